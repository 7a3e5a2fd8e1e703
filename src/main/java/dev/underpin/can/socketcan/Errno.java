package dev.underpin.can.socketcan;

import dev.underpin.mistake.UserMistake;
import tel.schich.javacan.platform.linux.LinuxNativeOperationException;

/** What the kernel answered instead of doing it (errno), as far as it tells the user or the port what to do. */
enum Errno {
    NOT_PERMITTED(1, "expected the right to use it, found none; run as root or in the user's own network namespace"),
    INTERRUPTED(4, "a signal ended its waiting"),
    AGAIN(11, "it has no room for another frame just now"),
    ACCESS(13, "expected the right to use it, found none; run as root or in the user's own network namespace"),
    NO_DEVICE(19, "expected it to be there, found that it was removed"),
    INVALID(22, "expected it to take such frames, found that it does not"),
    NO_FAMILY(97, "expected a kernel with CAN, found one without; load it by: sudo modprobe can-raw"),
    DOWN(100, "expected it to be up, found it down; type: sudo ip link set IT up"),
    NO_BUFFERS(105, "its queue is full"),
    OTHER(-1, "the kernel refused it");

    private final int number;
    private final String words;

    Errno(int number, String words) {
        this.number = number;
        this.words = words;
    }

    static Errno of(LinuxNativeOperationException refused) {
        for (Errno errno : values()) {
            if (errno.number == refused.getErrorNumber()) {
                return errno;
            }
        }
        return OTHER;
    }

    /** As a mistake of whoever named the interface. */
    UserMistake mistake(String interfaceName) {
        return UserMistake.saying("interface %s: %s".formatted(interfaceName, words.replace("IT", interfaceName)));
    }
}
