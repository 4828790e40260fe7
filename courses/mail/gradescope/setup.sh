#!/usr/bin/env bash
# Gradescope runs this once, when it builds the autograder's image. Add what your students' languages need.
set -euo pipefail
apt-get update
apt-get install -y --no-install-recommends ca-certificates curl python3
# Node 20.19 or later; the image's own may be older.
curl -fsSL https://deb.nodesource.com/setup_22.x | bash -
apt-get install -y --no-install-recommends nodejs
# The version of your course: an image keeps it, so that all are graded alike.
npm install --global mailspec@0.1.0
# Students' servers run as this user, and cannot read what lies in /autograder/source.
useradd --create-home --shell /bin/bash student
chmod 700 /autograder/source
