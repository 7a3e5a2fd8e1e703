"""Converts a bus log with python-can: to plain lines (dump), or to another log (copy)."""
import os
import sys
import time

os.environ["TZ"] = "UTC"
time.tzset()

import can  # noqa: E402  (the time zone comes first)

DLC_LENGTHS = (0, 1, 2, 3, 4, 5, 6, 7, 8, 12, 16, 20, 24, 32, 48, 64)


def messages(name):
    if name.endswith(".asc"):
        return can.ASCReader(name, relative_timestamp=False)
    return {".log": can.CanutilsLogReader, ".blf": can.BLFReader}[os.path.splitext(name)[1]](name)


def line(message):
    kind = "error" if message.is_error_frame else "remote" if message.is_remote_frame else "data"
    return ";".join(
        str(field)
        for field in (
            round(message.timestamp * 1e6),
            message.channel,
            kind,
            "%X" % message.arbitration_id,
            int(message.is_extended_id),
            int(message.is_fd),
            int(message.bitrate_switch),
            int(message.error_state_indicator),
            "Rx" if message.is_rx else "Tx",
            message.dlc,
            bytes(message.data).hex().upper(),
        )
    )


def message(text):
    at, channel, kind, arbitration, extended, fd, brs, esi, way, dlc, data = text.split(";")
    return can.Message(
        timestamp=int(at) / 1e6,
        channel=int(channel) if channel.isdigit() else channel,
        is_error_frame=kind == "error",
        is_remote_frame=kind == "remote",
        arbitration_id=int(arbitration, 16),
        is_extended_id=extended == "1",
        is_fd=fd == "1",
        bitrate_switch=brs == "1",
        error_state_indicator=esi == "1",
        is_rx=way == "Rx",
        dlc=int(dlc),
        data=bytes.fromhex(data),
    )


if sys.argv[1] == "dump":
    for each in messages(sys.argv[2]):
        print(line(each))
else:
    writer = can.Logger(sys.argv[3])
    with open(sys.argv[2], encoding="ascii") as lines:
        for each in lines:
            writer(message(each.rstrip("\n")))
    writer.stop()
