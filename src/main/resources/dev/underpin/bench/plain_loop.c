/* Sends frames on a CAN interface and reads each back (CAN_RAW_RECV_OWN_MSGS). Arguments: interface, number of frames. Prints frames/s. */
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
    struct sockaddr_can address = {.can_family = AF_CAN, .can_ifindex = argc == 3 ? if_nametoindex(argv[1]) : 0};
    struct timespec begin, end;
    int on = 1, bus = socket(PF_CAN, SOCK_RAW, CAN_RAW);
    long frames = argc == 3 ? atol(argv[2]) : 0;
    setsockopt(bus, SOL_CAN_RAW, CAN_RAW_RECV_OWN_MSGS, &on, sizeof on);
    if (bus < 0 || address.can_ifindex == 0 || bind(bus, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("plain_loop");
        return 1;
    }
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (long i = 0; i < frames; i++) {
        frame.data[0] = (unsigned char)i;
        if (write(bus, &frame, sizeof frame) != sizeof frame || read(bus, &frame, sizeof frame) != sizeof frame) {
            perror("plain_loop");
            return 1;
        }
    }
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%.1f\n", frames / ((end.tv_sec - begin.tv_sec) + (end.tv_nsec - begin.tv_nsec) / 1e9));
    return 0;
}
