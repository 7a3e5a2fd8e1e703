"""Is an ECU, played by scapy: arguments port, request id, response id. Says "ready", then answers until its input ends."""
import sys
import threading

from scapy.config import conf

conf.verb = 0
conf.contribs["ISOTP"] = {"use-can-isotp-kernel-module": False}
conf.contribs["CANSocket"] = {"use-python-can": True}

from scapy.contrib.automotive.ecu import EcuAnsweringMachine, EcuResponse  # noqa: E402
from scapy.contrib.automotive.uds import UDS, UDS_NR, UDS_RCPR, UDS_RDBIPR  # noqa: E402
from scapy.contrib.cansocket_python_can import CANSocket  # noqa: E402
from scapy.contrib.isotp import ISOTPSoftSocket  # noqa: E402
from scapy.packet import Raw  # noqa: E402

port, request, response = int(sys.argv[1]), int(sys.argv[2], 16), int(sys.argv[3], 16)
can = CANSocket(
    bustype="udp_multicast",
    channel="239.74.163.2",
    port=port,
    can_filters=[{"can_id": request, "can_mask": 0x7FF}],
)
PENDING = UDS() / UDS_NR(negativeResponseCode=0x78, requestServiceId=0x31)


def erases(_, asked):
    return bytes(asked)[:4] == b"\x31\x01\xff\x00"


responses = [
    EcuResponse(responses=UDS() / UDS_RDBIPR(dataIdentifier=0xF190) / Raw(b"SCAPYECU000000017")),
    EcuResponse(responses=UDS() / UDS_RDBIPR(dataIdentifier=0xF186) / Raw(b"\x01")),
    EcuResponse(
        responses=UDS() / UDS_NR(negativeResponseCode=0x33, requestServiceId=0x2E),
        answers=lambda _, asked: bytes(asked)[:1] == b"\x2e",
    ),
    EcuResponse(
        responses=[
            PENDING,
            PENDING,
            UDS() / UDS_RCPR(routineControlType=1, routineIdentifier=0xFF00) / Raw(b"\x00"),
        ],
        answers=erases,
    ),
]
with ISOTPSoftSocket(can, tx_id=response, rx_id=request, basecls=UDS, padding=True) as socket:
    machine = EcuAnsweringMachine(supported_responses=responses, main_socket=socket, basecls=UDS, verbose=False)
    threading.Thread(target=machine, kwargs={"timeout": 60}, daemon=True).start()
    print("ready", flush=True)
    sys.stdin.read()
