"""Scans control units over the UDP bridge with scapy's scanners. Arguments: port, then for each unit request id:response id:first DID-last DID,...
Prints "ids" with the response ids under which a first frame is answered, then of each unit its sessions, the services of each session, and its DIDs."""
import os
import sys

from scapy.config import conf

conf.verb = 0
conf.contribs["ISOTP"] = {"use-can-isotp-kernel-module": False}
conf.contribs["CANSocket"] = {"use-python-can": True}

from scapy.contrib.automotive.uds import UDS, UDS_DSC  # noqa: E402
from scapy.contrib.automotive.uds_scan import (  # noqa: E402
    UDS_RDBIEnumerator,
    UDS_Scanner,
    UDS_ServiceEnumerator,
)
from scapy.contrib.cansocket_python_can import CANSocket  # noqa: E402
from scapy.contrib.isotp import ISOTPSoftSocket  # noqa: E402
from scapy.contrib.isotp.isotp_scanner import scan as first_frames  # noqa: E402

NOT_SUPPORTED = (0x11, 0x7F)
IDS = range(0x700, 0x800)
SESSIONS = range(0x01, 0x10)


def can(identifier, mask):
    return CANSocket(
        bustype="udp_multicast",
        channel="239.74.163.2",
        port=port,
        can_filters=[{"can_id": identifier, "can_mask": mask}],
    )


def scan(socket, enumerator, **settings):
    scanner = UDS_Scanner(socket, test_cases=[enumerator], **{enumerator.__name__ + "_kwargs": {"timeout": 3, **settings}})
    scanner.scan(timeout=60)
    return [result for case in scanner.configuration.test_cases for result in case.results_with_response]


def services(socket):
    found = scan(socket, UDS_ServiceEnumerator, scan_range=[sid for sid in range(0x01, 0x100) if not sid & 0x40])
    return sorted(
        {
            result.req.service
            for result in found
            if not (result.resp.service == 0x7F and result.resp.negativeResponseCode in NOT_SUPPORTED)
        }
    )


def enters(socket, *sessions):
    answers = [socket.sr1(UDS() / UDS_DSC(diagnosticSessionType=session), timeout=5) for session in sessions]
    return answers[-1] is not None and answers[-1].service == 0x50


def hexes(numbers, digits):
    return " ".join("%0*X" % (digits, number) for number in numbers)


port = int(sys.argv[1])
with can(0x700, 0x700) as bus:
    # Of an answer that comes late the scanner knows the identifier, but not any more whom it had asked: even ones first, so that none hides another.
    found = first_frames(bus, scan_range=[*IDS[::2], *IDS[1::2]], sniff_time=0.06, verify_results=False)
    print("ids", hexes(sorted({response for _, response in found.values()}), 3))

for unit in sys.argv[2:]:
    request, response, ranges = unit.split(":")
    dids = [
        did
        for first, last in (part.split("-") for part in ranges.split(","))
        for did in range(int(first, 16), int(last, 16) + 1)
    ]
    wire = can(int(response, 16), 0x7FF)
    with ISOTPSoftSocket(wire, tx_id=int(request, 16), rx_id=int(response, 16), basecls=UDS, padding=True) as socket:
        read = scan(socket, UDS_RDBIEnumerator, scan_range=dids)
        positive = {result.req.identifiers[0] for result in read if result.resp.service == 0x62}
        print(request, "dids", hexes(sorted(positive), 4))
        print(request, "sessions", hexes([it for it in SESSIONS if enters(socket, 1, it) or enters(socket, 3, it)], 2))
        for path in ([1], [3], [3, 2]):
            enters(socket, 1)
            if enters(socket, *path):
                print(request, "services", "%02X" % path[-1], hexes(services(socket), 2))
        enters(socket, 1)

sys.stdout.flush()
os._exit(0)  # scapy's threads of closed sockets would hold the process
