package dev.underpin.defect;

import dev.underpin.cloud.Seams;
import dev.underpin.cloud.image.Release;
import dev.underpin.cloud.update.Offer;
import dev.underpin.cloud.update.Publisher;
import dev.underpin.cloud.update.SyncRule;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A cloud that offers again what a vehicle has just reported to have installed. */
final class Insistent {
    private @Nullable Publisher publisher;
    private @Nullable Release last;

    private Insistent() {}

    static Seams cloud() {
        Insistent insistent = new Insistent();
        return Seams.standard().withPublisher(insistent::remembering).withSyncRule(insistent::insisting);
    }

    private Publisher remembering(Publisher real) {
        publisher = real;
        return new Publisher() {
            @Override
            public Offer publish(Release release, String vin) {
                last = release;
                return real.publish(release, vin);
            }

            @Override
            public void withdraw(String vin, String reason) {
                real.withdraw(vin, reason);
            }
        };
    }

    private SyncRule insisting(SyncRule real) {
        return (assigned, report) -> {
            offerAgain(report);
            return real.judge(assigned, report);
        };
    }

    private void offerAgain(ObjectNode report) {
        if (publisher != null && last != null) {
            String vin = report.path("vin").asString("");
            publisher.withdraw(vin, "sent once more");
            publisher.publish(last, vin);
        }
    }
}
