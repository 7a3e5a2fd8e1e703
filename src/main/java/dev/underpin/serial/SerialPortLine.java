package dev.underpin.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;

/**
 * A serial port of this machine, 8 data bits, no parity, 1 stop bit, no flow control (jSerialComm).
 *
 * <p>Threading: the library hears on a thread of its own and hands in through the executor; that the device was unplugged too. The port
 * is then closed at once, as the library would go on telling so without end.
 */
public final class SerialPortLine implements ByteLine {
    private static final int DATA_BITS = 8;
    private static final String UNPLUGGED = "that it was unplugged";

    private final SerialPort port;
    private final String name;
    private final Inbox inbox = new Inbox();
    private boolean closed;

    private SerialPortLine(SerialPort port, String name) {
        this.port = port;
        this.name = name;
    }

    /**
     * Opens a port.
     *
     * @param name such as {@code /dev/ttyACM0}, or a link to it
     * @param baud bits per second on the line, of which a byte takes ten
     * @param run where what is heard is handed in, such as {@code PacedRun.post}; it runs on the thread that calls this line
     * @throws DeviceError when there is no such port or it cannot be used, saying what to type
     */
    public static SerialPortLine open(String name, int baud, Executor run) {
        Path path = Path.of(name);
        if (!Files.exists(path)) {
            throw refused(
                    name,
                    "none",
                    "plug the device in and look for it with: ls -l /dev/serial/by-id /dev/ttyACM* /dev/ttyUSB*");
        }
        if (!Files.isReadable(path) || !Files.isWritable(path)) {
            throw refused(
                    name, "that this user may not use it", "type: sudo usermod -aG dialout $USER, and log in again");
        }
        SerialPort port = port(name);
        port.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!port.openPort()) {
            throw refused(
                    name,
                    "that it does not open (error %d)".formatted(port.getLastErrorCode()),
                    "see who uses it with: fuser -v " + name);
        }
        SerialPortLine line = new SerialPortLine(port, name);
        port.addDataListener(line.new Ear(run));
        return line;
    }

    private static SerialPort port(String name) {
        try {
            return SerialPort.getCommPort(name);
        } catch (SerialPortInvalidPortException none) {
            throw refused(name, "something else of that name", "look with: ls -l /dev/serial/by-id");
        }
    }

    private static DeviceError refused(String name, String found, String advice) {
        return new DeviceError("port " + name, "opening", "a serial port", found, advice);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) {
        if (!closed && port.writeBytes(bytes, bytes.length) < bytes.length) {
            lost();
        }
    }

    @Override
    public void listen(Listener listener) {
        inbox.listen(listener);
    }

    @Override
    public void close() {
        closed = true;
        port.removeDataListener();
        port.closePort();
    }

    private void heard(byte[] some) {
        if (!closed) {
            inbox.bytes(some);
        }
    }

    private void lost() {
        if (!closed) {
            inbox.lost(UNPLUGGED);
        }
    }

    /** Hears on the library's thread. */
    private final class Ear implements SerialPortDataListener {
        private final Executor run;

        Ear(Executor run) {
            this.run = run;
        }

        @Override
        public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_DATA_AVAILABLE | SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
        }

        @Override
        public void serialEvent(SerialPortEvent event) {
            if (event.getEventType() == SerialPort.LISTENING_EVENT_PORT_DISCONNECTED) {
                unplugged();
                return;
            }
            byte[] room = new byte[Math.max(1, port.bytesAvailable())];
            int count = port.readBytes(room, room.length);
            if (count < 0) {
                unplugged();
            } else if (count > 0) {
                byte[] some = Arrays.copyOf(room, count);
                run.execute(() -> heard(some));
            }
        }

        private void unplugged() {
            port.closePort();
            run.execute(SerialPortLine.this::lost);
        }
    }
}
