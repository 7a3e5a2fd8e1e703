"""Judges an slcan adapter with python-can: argument port. Sends frames of every classical sort and prints what comes back, one a line.

Debian's python-can 4.1 reads the time stamp of a received frame as nothing; it asks for none.
"""
import sys

import can

frames = []
for length in range(9):
    data = bytes(range(0x10, 0x10 + length))
    frames.append(can.Message(arbitration_id=0x100 + length, is_extended_id=False, data=data))
    frames.append(can.Message(arbitration_id=0x18DA1000 + length, is_extended_id=True, data=data))
frames.append(can.Message(arbitration_id=0x7FD, is_extended_id=False, data=bytes([13, 7, 10, 0, 255])))
frames.append(can.Message(arbitration_id=0x321, is_extended_id=False, is_remote_frame=True, dlc=3))
frames.append(can.Message(arbitration_id=0x1ABCDEF0, is_extended_id=True, is_remote_frame=True, dlc=8))

with can.Bus(interface="slcan", channel=sys.argv[1], ttyBaudrate=2000000, bitrate=500000, sleep_after_open=0) as bus:
    hardware, software = bus.get_version(5)
    print("version", hardware, software)
    for frame in frames:
        bus.send(frame)
        back = None
        while back is None:
            back = bus.recv(timeout=5)
            if back is None:
                sys.exit("no frame within 5 s after %s" % frame)
        print(
            "%X %s %s %d %s"
            % (
                back.arbitration_id,
                "extended" if back.is_extended_id else "standard",
                "remote" if back.is_remote_frame else "data",
                back.dlc,
                back.data.hex(),
            )
        )
