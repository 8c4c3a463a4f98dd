"""A mail server on the loopback address that keeps what it gets."""

import asyncio
import email
import email.policy
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope
from harness.program import free_port

USER, PASSWORD = "termwise", "a pass word: with = signs"


@dataclass
class PostOffice:
    """`refusing` maps an address to the replies that its first letters get, each once. `talks_to` says of the name in
    a greeting whether its bearer is spoken to."""

    refusing: dict[str, list[str]] = field(default_factory=dict)
    envelopes: list[Envelope] = field(default_factory=list)
    signed_in: list[str] = field(default_factory=list)
    talks_to: Callable[[str], bool] = lambda name: True
    greetings: list[str] = field(default_factory=list)
    says_goodbye: bool = True

    async def handle_EHLO(self, server, session, envelope, hostname, responses):
        self.greetings.append(hostname)
        if not self.talks_to(hostname):
            return [f"504 5.5.2 <{hostname}>: Helo command rejected: need fully-qualified hostname"]
        session.host_name = hostname
        return responses

    async def handle_HELO(self, server, session, envelope, hostname):
        return (await self.handle_EHLO(server, session, envelope, hostname, ["250 Here"]))[-1]

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.refusing.get(address):
            return self.refusing[address].pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.envelopes.append(envelope)
        return "250 Kept"

    async def handle_QUIT(self, server, session, envelope):
        if not self.says_goodbye:
            await asyncio.sleep(600)
        return "221 Goodbye"

    def admit(self, server, session, envelope, mechanism, account):
        if (account.login, account.password) != (USER.encode(), PASSWORD.encode()):
            return AuthResult(success=False, handled=False)
        self.signed_in.append(USER)
        return AuthResult(success=True)

    def letter_to(self, address: str, seconds: float = 60) -> EmailMessage:
        """Waits for the letter to ADDRESS, and reads it as a mail programme would."""
        last_chance = time.monotonic() + seconds
        while time.monotonic() < last_chance:
            for envelope in list(self.envelopes):
                if address in envelope.rcpt_tos:
                    return email.message_from_bytes(envelope.original_content, policy=email.policy.default)
            time.sleep(0.1)
        raise AssertionError(f"no letter to {address} within {seconds} s")


class Opened:
    """The post office while its door is open."""

    def __init__(self, office: PostOffice, folder, protection: str = "none", asks_for_account: bool = False):
        self.office = office
        self.authorities = folder / "authorities.pem"
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(self.authorities))
        options = {"ready_timeout": 20}
        if protection == "starttls":
            options |= {"tls_context": self._context(authority), "require_starttls": True}
        elif protection == "tls":
            options |= {"ssl_context": self._context(authority)}
        if asks_for_account:
            options |= {"authenticator": office.admit, "auth_required": True, "auth_require_tls": protection == "starttls"}
        self.port = free_port()
        self.controller = Controller(office, hostname="127.0.0.1", port=self.port, **options)

    def _context(self, authority):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert("127.0.0.1").configure_cert(context)
        return context

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()
