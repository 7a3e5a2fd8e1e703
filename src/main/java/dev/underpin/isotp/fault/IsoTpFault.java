package dev.underpin.isotp.fault;

/** What can go wrong with the frames of a conversation (ISO 15765-2:2016). Times in nanoseconds. */
public sealed interface IsoTpFault permits GateFault, SecondSender {}
