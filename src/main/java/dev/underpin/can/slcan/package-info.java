/**
 * CAN adapters on a serial line that speak the ASCII protocol of the LAWICEL CANUSB (manual of 2013, "slcan" in Linux), and the dialect of
 * CANable 2.0 for CAN FD.
 */
@NullMarked
package dev.underpin.can.slcan;

import org.jspecify.annotations.NullMarked;
