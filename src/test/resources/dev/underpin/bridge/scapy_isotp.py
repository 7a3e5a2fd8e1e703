"""Judges ISO-TP with scapy's soft socket over the UDP bridge: arguments port, transmit id, receive id, lengths, then with extended addressing the
target's address and scapy's own. Sends messages, which the peer sends back, and prints one line for each: length and what became of it."""
import sys

from scapy.config import conf

conf.verb = 0
conf.contribs["ISOTP"] = {"use-can-isotp-kernel-module": False}
conf.contribs["CANSocket"] = {"use-python-can": True}

from scapy.contrib.cansocket_python_can import CANSocket  # noqa: E402
from scapy.contrib.isotp import ISOTP, ISOTPSoftSocket  # noqa: E402

port, transmit, receive = int(sys.argv[1]), int(sys.argv[2], 16), int(sys.argv[3], 16)
lengths = [int(length) for length in sys.argv[4].split(",")]
extended = {"ext_address": int(sys.argv[5], 16), "rx_ext_address": int(sys.argv[6], 16)} if len(sys.argv) > 5 else {}

can = CANSocket(
    bustype="udp_multicast",
    channel="239.74.163.2",
    port=port,
    can_filters=[{"can_id": receive, "can_mask": 0x7FF}],
)
with ISOTPSoftSocket(can, tx_id=transmit, rx_id=receive, bs=64, padding=True, **extended) as socket:
    for length in lengths:
        message = bytes((7 * length + 13 * i) & 0xFF for i in range(length))
        answer = socket.sr1(ISOTP(message), timeout=5)
        if answer is None:
            print(length, "nothing")
        else:
            print(length, "same" if bytes(answer.data) == message else "other: " + bytes(answer.data).hex())
