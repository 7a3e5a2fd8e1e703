/* Sends frames of 8 bytes on a CAN interface at an even pace. Arguments: interface, number of frames, microseconds from one to the next. */
#include <linux/can.h>
#include <linux/can/raw.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

int main(int argc, char **argv) {
    struct can_frame frame = {.can_id = 0x123, .can_dlc = 8};
    struct sockaddr_can address = {.can_family = AF_CAN, .can_ifindex = argc == 4 ? if_nametoindex(argv[1]) : 0};
    struct timespec next;
    int bus = socket(PF_CAN, SOCK_RAW, CAN_RAW);
    long frames = argc == 4 ? atol(argv[2]) : 0, gap = argc == 4 ? atol(argv[3]) : 0;
    if (bus < 0 || address.can_ifindex == 0 || bind(bus, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("paced_sender");
        return 1;
    }
    clock_gettime(CLOCK_MONOTONIC, &next);
    for (long i = 0; i < frames; i++) {
        next.tv_nsec += gap * 1000;
        next.tv_sec += next.tv_nsec / 1000000000;
        next.tv_nsec %= 1000000000;
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &next, NULL);
        frame.data[0] = (unsigned char)i;
        if (write(bus, &frame, sizeof frame) != sizeof frame) {
            perror("paced_sender");
            return 1;
        }
    }
    return 0;
}
