package dev.underpin.rig.health;

import dev.underpin.rig.port.Bench;
import dev.underpin.rig.port.BenchAround;
import dev.underpin.rig.port.Health;

/** A bench with another health. */
record BenchWith(Bench bench, Health health) implements BenchAround {}
