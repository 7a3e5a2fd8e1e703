package dev.underpin.cloud;

import dev.underpin.cloud.desk.DeskSettings;
import dev.underpin.cloud.image.ImageStore;
import dev.underpin.cloud.image.ReleaseCatalogue;
import dev.underpin.cloud.trust.DevelopmentKeys;
import dev.underpin.time.Calendar;
import dev.underpin.time.Entropy;

/**
 * What a cloud is made of.
 *
 * @param calendar civil time
 * @param entropy where identifiers come from
 * @param catalogue releases; may be shared by many clouds
 * @param images images of the releases; may be shared by many clouds
 * @param keys keys of all parties
 * @param desk limits and staff of the support desk
 * @param seams replacements of single rules and deliveries
 */
public record CloudSetup(
        Calendar calendar,
        Entropy entropy,
        ReleaseCatalogue catalogue,
        ImageStore images,
        DevelopmentKeys keys,
        DeskSettings desk,
        Seams seams) {
    /** A setup with the development keys, the standard desk and nothing replaced. */
    public static CloudSetup standard(
            Calendar calendar, Entropy entropy, ReleaseCatalogue catalogue, ImageStore images) {
        return new CloudSetup(
                calendar,
                entropy,
                catalogue,
                images,
                DevelopmentKeys.standard(),
                DeskSettings.standard(),
                Seams.standard());
    }

    public CloudSetup withDesk(DeskSettings other) {
        return new CloudSetup(calendar, entropy, catalogue, images, keys, other, seams);
    }

    public CloudSetup withSeams(Seams other) {
        return new CloudSetup(calendar, entropy, catalogue, images, keys, desk, other);
    }
}
