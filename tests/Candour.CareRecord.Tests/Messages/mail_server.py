"""A real SMTP server for the tests: python3 mail_server.py PORT FOLDER BEHAVIOUR"""
import asyncio
import os
import sys

from aiosmtpd.smtp import SMTP

PORT, FOLDER, BEHAVIOUR = int(sys.argv[1]), sys.argv[2], sys.argv[3]


class Keep:
    """Keeps each mail as a file, named in the order in which they came."""

    refused = set()

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if BEHAVIOUR == "refuse-recipient":
            return "550 No such mailbox"
        if BEHAVIOUR == "greylist" and address not in self.refused:
            self.refused.add(address)
            return "451 Try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if BEHAVIOUR == "refuse-data":
            return "554 Not wanted"
        number = len(os.listdir(FOLDER))
        half = os.path.join(FOLDER, f"{number:04}.half")
        with open(half, "wb") as file:
            file.write(("RCPT " + ",".join(envelope.rcpt_tos) + "\n").encode() + envelope.content)
        os.rename(half, os.path.join(FOLDER, f"{number:04}.mail"))
        if BEHAVIOUR == "die-after-data":
            os._exit(1)
        if BEHAVIOUR == "slow":
            await asyncio.sleep(3600)
        return "250 Taken"


async def main():
    loop = asyncio.get_running_loop()
    await loop.create_server(lambda: SMTP(Keep(), hostname="localhost", loop=loop), "127.0.0.1", PORT)
    print("listening", flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
