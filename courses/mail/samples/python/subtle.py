"""SMTP and POP3, and three mistakes that no message of every day shows.

A dot is taken away only where two begin the line (RFC 5321 §4.5.2: the first of any that begins a longer line); DELE removes at once, so that
RSET brings nothing back (RFC 1939 §6: QUIT removes); the unique-ids of UIDL are numbers of the session (RFC 1939 §7: they stay the same).
"""
import os
import threading
from itertools import count

import early

with open(os.environ["MAIL_ACCOUNTS"], encoding="utf-8") as file:
    PASSWORDS = dict(line.split() for line in file if line.strip())
SESSIONS = count(1)


class Smtp(early.Session):
    def unstuffed(self, line):
        return line[1:] if line.startswith("..") else line


class Message:
    def __init__(self, path, uid):
        self.path, self.uid, self.gone = path, uid, False
        with open(path, "rb") as stored:
            self.text = stored.read().decode("latin-1")


class Pop3(early.Session):
    user = None
    mail = None
    ANY_TIME = ("CAPA", "USER", "PASS", "QUIT")

    def handle(self):
        self.say("+OK at your service")
        while (line := self.line()) is not None:
            verb, *words = line.split(" ")
            verb = verb.upper()
            command = getattr(self, f"pop_{verb.lower()}", None)
            if command is None:
                self.say("-ERR Not known here")
            elif self.mail is None and verb not in self.ANY_TIME:
                self.say("-ERR Log in first")
            else:
                self.say(command(words))
                if verb == "QUIT":
                    return

    def pop_capa(self, words):
        return several(["USER", "TOP", "UIDL"])

    def pop_user(self, words):
        if self.mail is not None or not words:
            return "-ERR Not now"
        self.user = words[0].lower()
        return "+OK"

    def pop_pass(self, words):
        user, self.user = self.user, None
        if self.mail is not None or user is None:
            return "-ERR USER comes first"
        if PASSWORDS.get(user) != " ".join(words):
            return "-ERR No"
        folder = os.path.join(early.DATA, user, "new")
        os.makedirs(folder, exist_ok=True)
        session = next(SESSIONS)
        names = sorted(os.listdir(folder))
        self.mail = [Message(os.path.join(folder, name), f"{session}-{i}") for i, name in enumerate(names, 1)]
        return f"+OK {len(self.mail)} messages"

    def pop_quit(self, words):
        return "+OK Goodbye"

    def pop_noop(self, words):
        return "+OK"

    pop_rset = pop_noop

    def pop_stat(self, words):
        left = [message for message in self.mail if not message.gone]
        return f"+OK {len(left)} {sum(len(message.text) for message in left)}"

    def pop_list(self, words):
        return self.each(words, lambda message: len(message.text))

    def pop_uidl(self, words):
        return self.each(words, lambda message: message.uid)

    def pop_retr(self, words):
        return self.one(words, lambda message: several(lines_of(message.text)))

    def pop_top(self, words):
        if len(words) < 2 or not words[1].isdigit():
            return "-ERR TOP message lines"
        return self.one(words, lambda message: several(top_of(message.text, int(words[1]))))

    def pop_dele(self, words):
        def remove(message):
            message.gone = True
            os.unlink(message.path)
            return "+OK"

        return self.one(words, remove)

    def one(self, words, act):
        number = int(words[0]) if words and words[0].isdigit() else 0
        message = self.mail[number - 1] if 0 < number <= len(self.mail) else None
        return "-ERR There is no such message" if message is None or message.gone else act(message)

    def each(self, words, show):
        def line(message):
            return f"{self.mail.index(message) + 1} {show(message)}"

        if words:
            return self.one(words, lambda message: f"+OK {line(message)}")
        return several([line(message) for message in self.mail if not message.gone])


def lines_of(text):
    return text.removesuffix("\r\n").split("\r\n")


def top_of(text, most):
    head, _, body = text.partition("\r\n\r\n")
    return [*head.split("\r\n"), "", *lines_of(body)[:most]]


def several(lines):
    return "\r\n".join(["+OK", *(f".{line}" if line.startswith(".") else line for line in lines), "."])


if __name__ == "__main__":
    threading.Thread(target=early.serve, args=("POP3", Pop3), daemon=True).start()
    early.serve("SMTP", Smtp)
