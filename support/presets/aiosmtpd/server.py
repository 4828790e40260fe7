"""A mail server made of aiosmtpd as its documentation shows, delivering to Maildirs. Its settings are JSON in the first argument."""

import asyncio
import json
import os
import re
import ssl
import sys
import time
import uuid
from email.utils import formatdate

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

settings = json.loads(sys.argv[1])
accounts = settings["accounts"]
host = "mail." + settings["domain"]


def mailbox_of(address):
    """The account that gets mail for the address; postmaster's goes to the first one (RFC 5321 4.5.1)."""
    wanted = address.lower()
    names = list(accounts)
    if wanted in ("postmaster", "postmaster@" + settings["domain"]):
        return names[0]
    return wanted if wanted in accounts else None


def authenticate(_server, _session, _envelope, _mechanism, data):
    known = isinstance(data, LoginPassword) and accounts.get(data.login.decode("utf-8", "replace"))
    return AuthResult(success=bool(known) and known.encode() == data.password, handled=False)


class Maildirs:
    async def handle_RCPT(self, _server, _session, envelope, address, options):
        if mailbox_of(address) is None:
            return "550 No such mailbox"
        envelope.rcpt_tos.append(address)
        envelope.rcpt_options.extend(options)
        return "250 OK"

    async def handle_DATA(self, _server, session, envelope):
        message = trace(session, envelope) + without_return_path(envelope.original_content)
        for address in envelope.rcpt_tos:
            store(os.path.join(settings["mail"], mailbox_of(address)), message)
        return "250 OK"


def trace(session, envelope):
    """Final delivery adds its own trace fields (RFC 5321 4.4); the library leaves them to its handler."""
    protocol = ("UTF8SMTP" if envelope.smtp_utf8 else "ESMTP") if session.extended_smtp else "SMTP"
    # RFC 3848: S after STARTTLS, A after AUTH.
    protocol += ("S" if session.ssl else "") + ("A" if session.authenticated else "")
    came = f"from {session.host_name} ([{session.peer[0]}])\r\n\tby {host} with {protocol}; {formatdate()}"
    # The library has the null reverse-path with its brackets.
    sender = "" if envelope.mail_from == "<>" else envelope.mail_from
    return f"Return-Path: <{sender}>\r\nReceived: {came}\r\n".encode()


def without_return_path(message):
    """One that came along is taken away (RFC 5321 4.4)."""
    end = message.find(b"\r\n\r\n")
    header = message if end < 0 else message[: end + 2]
    kept = re.sub(rb"(?im)^Return-Path:.*\r\n(?:[ \t].*\r\n)*", b"", header)
    return kept + message[len(header) :]


def store(maildir, message):
    for folder in ("tmp", "new", "cur"):
        os.makedirs(os.path.join(maildir, folder), exist_ok=True)
    name = f"{int(time.time())}.{uuid.uuid4()}.localhost"
    with open(os.path.join(maildir, "tmp", name), "wb") as file:
        file.write(message)
    os.rename(os.path.join(maildir, "tmp", name), os.path.join(maildir, "new", name))


async def main():
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(settings["cert"], settings["key"])

    common = {"hostname": host, "authenticator": authenticate, "enable_SMTPUTF8": True}
    users = {"auth_required": True}

    async def listen(service, context=None, **options):
        def session():
            return SMTP(Maildirs(), **common, **options)

        port = settings["ports"][service]
        return await asyncio.get_running_loop().create_server(session, "127.0.0.1", port, ssl=context)

    servers = [
        await listen("smtp", tls_context=tls),
        await listen("submission", tls_context=tls, require_starttls=True, **users),
        # TLS is there from the first octet, which the library does not see.
        await listen("submissions", tls, auth_require_tls=False, **users),
    ]
    await asyncio.gather(*(server.serve_forever() for server in servers))


asyncio.run(main())
