"""Greets, takes an envelope, and then goes wrong: it dies of a recipient that it did not expect, and never answers the end of a message."""
import os
import traceback

import early


class Unruly(early.Session):
    def do_RCPT(self, rest):
        try:
            self.accept(rest)
        except KeyError:
            traceback.print_exc()
            os._exit(1)

    def accept(self, rest):
        address = rest[len("TO:<") : -1].lower()
        if self.sender is None or address not in early.BOXES:
            raise KeyError(address)
        self.recipients.append(address)
        self.say("250 OK")

    def do_DATA(self, rest):
        if not self.recipients:
            return self.say("503 RCPT comes first")
        self.say("354 Go on, and end with a dot")
        while self.line() is not None:
            pass
        return "over"


if __name__ == "__main__":
    early.serve("SMTP", Unruly)
