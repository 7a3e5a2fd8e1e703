/*
 * Two of the kernel's ISO-TP sockets on a CAN interface: one sends transfers, the other answers each with 2 bytes. Block size 0, STmin 0.
 * Arguments: interface, number of transfers, bytes of each, whether consecutive frames follow without the kernel's own pause of 50 us (1)
 * or with it (0). Prints transfers/s.
 */
#include <errno.h>
#include <linux/can.h>
#include <linux/can/isotp.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int end(const char *interface, canid_t tx, canid_t rx, int at_once) {
    struct can_isotp_options options = {
        .flags = CAN_ISOTP_TX_PADDING, .txpad_content = 0xCC, .frame_txtime = at_once ? CAN_ISOTP_FRAME_TXTIME_ZERO : 0};
    struct can_isotp_fc_options flow = {.bs = 0, .stmin = 0};
    struct sockaddr_can address = {.can_family = AF_CAN, .can_ifindex = if_nametoindex(interface)};
    int made = socket(PF_CAN, SOCK_DGRAM, CAN_ISOTP);
    address.can_addr.tp.tx_id = tx;
    address.can_addr.tp.rx_id = rx;
    if (made < 0 || address.can_ifindex == 0
        || setsockopt(made, SOL_CAN_ISOTP, CAN_ISOTP_OPTS, &options, sizeof options) < 0
        || setsockopt(made, SOL_CAN_ISOTP, CAN_ISOTP_RECV_FC, &flow, sizeof flow) < 0
        || bind(made, (struct sockaddr *)&address, sizeof address) < 0) {
        perror("plain_isotp");
        exit(1);
    }
    return made;
}

/* Transfers/s; 0 when the kernel gave one up, as it does where the whole machine stands still for a second. */
static double measured(const char *interface, long transfers, long bytes, int at_once) {
    static unsigned char block[4095], received[4095];
    unsigned char answer[] = {0x76, 1};
    struct timespec begin, over;
    int tester = end(interface, 0x7E0, 0x7E8, at_once), ecu = end(interface, 0x7E8, 0x7E0, at_once), complete = 1;
    for (long i = 0; i < bytes; i++) {
        block[i] = (unsigned char)(i * 31 + (i >> 8) * 7);
    }
    clock_gettime(CLOCK_MONOTONIC, &begin);
    for (long i = 0; i < transfers && complete; i++) {
        complete = write(tester, block, bytes) == bytes && read(ecu, received, sizeof received) == bytes
            && memcmp(block, received, bytes) == 0 && write(ecu, answer, sizeof answer) == sizeof answer
            && read(tester, received, sizeof received) == sizeof answer;
    }
    clock_gettime(CLOCK_MONOTONIC, &over);
    if (!complete && errno != ETIMEDOUT && errno != ECOMM) {
        perror("plain_isotp");
        exit(1);
    }
    close(tester);
    close(ecu);
    return complete ? transfers / ((over.tv_sec - begin.tv_sec) + (over.tv_nsec - begin.tv_nsec) / 1e9) : 0;
}

int main(int argc, char **argv) {
    if (argc != 5) {
        return 2;
    }
    for (int i = 0; i < 10; i++) {
        double rate = measured(argv[1], atol(argv[2]), atol(argv[3]), atoi(argv[4]));
        if (rate > 0) {
            printf("%.3f\n", rate);
            return 0;
        }
    }
    fprintf(stderr, "the kernel gave transfers up, ten times\n");
    return 1;
}
