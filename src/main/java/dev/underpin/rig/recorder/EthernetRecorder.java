package dev.underpin.rig.recorder;

import dev.underpin.doip.DoipMessage;
import dev.underpin.doip.Endpoint;
import dev.underpin.doip.EthernetFrames;
import dev.underpin.doip.EthernetLink;
import dev.underpin.history.PacketLog;
import dev.underpin.history.PacketLog.Packet;

/** Writes the packets of the Ethernet segment. */
public final class EthernetRecorder implements EthernetLink.Observer {
    private final PacketLog log;
    private final EthernetFrames frames = new EthernetFrames();

    public EthernetRecorder(PacketLog log) {
        this.log = log;
    }

    @Override
    public void message(long at, Endpoint from, Endpoint to, DoipMessage message) {
        frames.of(from, to, message).forEach(frame -> log.append(new Packet(at, frame.kept(), frame.length())));
    }
}
