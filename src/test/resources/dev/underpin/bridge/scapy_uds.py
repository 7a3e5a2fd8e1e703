"""Judges the UDP bridge with scapy: arguments port, request id, response id. Prints what it read, one fact on each line."""
import sys

from scapy.config import conf

conf.verb = 0
conf.contribs["ISOTP"] = {"use-can-isotp-kernel-module": False}
conf.contribs["CANSocket"] = {"use-python-can": True}

from scapy.contrib.automotive.uds import UDS, UDS_RDBI, UDS_RMBA  # noqa: E402,F401
from scapy.contrib.automotive.uds_scan import UDS_Scanner, UDS_ServiceEnumerator  # noqa: E402
from scapy.contrib.cansocket_python_can import CANSocket  # noqa: E402
from scapy.contrib.isotp import ISOTPSoftSocket  # noqa: E402

port, request, response = int(sys.argv[1]), int(sys.argv[2], 16), int(sys.argv[3], 16)


def connect():
    can = CANSocket(
        bustype="udp_multicast",
        channel="239.74.163.2",
        port=port,
        can_filters=[{"can_id": response, "can_mask": 0x7FF}],
    )
    return ISOTPSoftSocket(can, tx_id=request, rx_id=response, basecls=UDS, padding=True)


with connect() as socket:
    vin = socket.sr1(UDS() / UDS_RDBI(identifiers=[0xF190]), timeout=5)
    print("vin", bytes(vin)[3:].decode("ascii"))
    many = socket.sr1(UDS() / UDS_RDBI(identifiers=[0xF190, 0xF187, 0xF189, 0xF191]), timeout=5)
    print("many", bytes(many).hex())

    scanner = UDS_Scanner(
        socket,
        test_cases=[UDS_ServiceEnumerator],
        UDS_ServiceEnumerator_kwargs={"scan_range": range(0x10, 0x3F), "timeout": 3},
    )
    scanner.scan(timeout=60)
    found = sorted(
        result.req.service
        for enumerator in scanner.configuration.test_cases
        for result in enumerator.results_with_response
        if not (result.resp.service == 0x7F and result.resp.negativeResponseCode in (0x11, 0x7F))
    )
    print("services", " ".join("%02X" % service for service in dict.fromkeys(found)))
