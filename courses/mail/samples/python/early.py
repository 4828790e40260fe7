"""A server of the first weeks: SMTP, and every message lies as a file in the Maildir of each of its recipients. No POP3 yet."""
import os
import re
import socketserver
import time
from email.utils import formatdate
from itertools import count

DOMAIN = os.environ["MAIL_DOMAIN"]
DATA = os.environ["MAIL_DATA"]
with open(os.environ["MAIL_ACCOUNTS"], encoding="utf-8") as file:
    BOXES = {line.split(" ")[0].lower() for line in file if line.strip()}
NUMBERS = count(1)
PATH = re.compile(r'<(?:((?:"(?:[^"\\]|\\.)*"|[^\s<>@"]+)@[A-Za-z0-9.:\[\]-]+))?>')


def store(sender, recipients, name, text):
    head = f"Return-Path: <{sender}>\r\nReceived: from {name} by {DOMAIN}; {formatdate()}\r\n".encode("latin-1")
    for address in recipients:
        folder = os.path.join(DATA, address)
        for each in ("tmp", "new", "cur"):
            os.makedirs(os.path.join(folder, each), exist_ok=True)
        unique = f"{time.time():.6f}.{os.getpid()}_{next(NUMBERS)}.{DOMAIN}"
        with open(os.path.join(folder, "tmp", unique), "wb") as message:
            message.write(head + text)
        # Whoever looks into `new` sees whole messages alone.
        os.rename(os.path.join(folder, "tmp", unique), os.path.join(folder, "new", unique))


class Session(socketserver.StreamRequestHandler):
    name = None
    sender = None

    def handle(self):
        self.recipients = []
        self.say(f"220 {DOMAIN} at your service")
        while (line := self.line()) is not None:
            match = re.fullmatch(r"([A-Za-z]+)(?: +(.*?))? *", line)
            command = getattr(self, f"do_{match[1].upper()}", None) if match else None
            if command is None:
                self.say("500 Not known here")
            elif command(match[2] or "") == "over":
                return

    def line(self):
        """What came up to CR LF; a bare LF ends nothing."""
        octets = b""
        while not octets.endswith(b"\r\n"):
            more = self.rfile.readline()
            if more == b"":
                return None
            octets += more
        return octets[:-2].decode("latin-1")

    def unstuffed(self, line):
        """A dot that begins a line was put before it by the client."""
        return line[1:] if line.startswith(".") else line

    def say(self, reply):
        self.wfile.write(f"{reply}\r\n".encode("latin-1"))

    def reset(self):
        self.sender, self.recipients = None, []

    def do_EHLO(self, rest):
        if rest == "":
            return self.say("501 EHLO needs a name")
        self.reset()
        self.name = rest
        self.say(f"250 {DOMAIN}")

    do_HELO = do_EHLO

    def do_MAIL(self, rest):
        if self.name is None or self.sender is not None:
            return self.say("503 Not now")
        found = re.fullmatch(r"FROM:(<.*?>)(.*)", rest, re.IGNORECASE)
        path = PATH.fullmatch(found[1]) if found else None
        if path is None:
            return self.say("501 MAIL FROM:<address>")
        if found[2].strip():
            return self.say("555 No parameters are known here")
        self.sender = path[1] or ""
        self.say("250 OK")

    def do_RCPT(self, rest):
        if self.sender is None:
            return self.say("503 MAIL comes first")
        found = re.fullmatch(r"TO:(<.*?>)(.*)", rest, re.IGNORECASE)
        path = PATH.fullmatch(found[1]) if found else None
        if path is None or path[1] is None:
            return self.say("501 RCPT TO:<address>")
        if found[2].strip():
            return self.say("555 No parameters are known here")
        if path[1].lower() not in BOXES:
            return self.say("550 There is no such mailbox")
        self.recipients.append(path[1].lower())
        self.say("250 OK")

    def do_DATA(self, rest):
        if rest:
            return self.say("501 DATA stands alone")
        if not self.recipients:
            return self.say("503 RCPT comes first")
        self.say("354 Go on, and end with a dot")
        lines = []
        while (line := self.line()) is not None and line != ".":
            lines.append(self.unstuffed(line))
        if line is None:
            return "over"
        text = "".join(f"{each}\r\n" for each in lines).encode("latin-1")
        store(self.sender, self.recipients, self.name, text)
        self.reset()
        self.say("250 OK")

    def do_RSET(self, rest):
        self.reset()
        self.say("250 OK")

    def do_NOOP(self, rest):
        self.say("250 OK")

    def do_VRFY(self, rest):
        self.say("252 It may be there")

    def do_QUIT(self, rest):
        self.say(f"221 {DOMAIN} Goodbye")
        return "over"


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 50


def serve(service, session):
    port = int(os.environ[f"MAIL_{service}_PORT"])
    with Server(("127.0.0.1", port), session) as server:
        print(f"{service} on {port}", flush=True)
        server.serve_forever()


if __name__ == "__main__":
    serve("SMTP", Session)
