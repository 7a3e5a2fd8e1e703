package dev.underpin.rig.virtual;

/**
 * Where faults come in, seam by seam. Each {@code begin} puts one in and gives what takes it away; a target that is not there is an
 * {@link IllegalArgumentException} that names it.
 */
record FaultSeams(
        BusFaults buses,
        TransportFaults transports,
        AnswerFaults answers,
        SupplyFaults supplies,
        FlashFaults cells,
        UnitFaults units,
        AirFaults air,
        CloudFaults cloud,
        PanelFaults panel,
        PlantFaults plant,
        PeopleFaults people) {}
