package dev.underpin.cloud.image;

import java.util.List;
import java.util.Optional;

/**
 * A release of vehicle software: what is offered to a vehicle, or what it left the factory with.
 *
 * @param id name by which scenarios choose it
 * @param version version shown to the user
 * @param title title shown to the user
 * @param purpose what it is for, shown before consent (UN R156, 7.2.2.2)
 * @param criticality {@code recommended}, {@code security} or {@code safety}
 * @param notes key features
 * @param functionsUnavailable what cannot be used during installation
 * @param instructions what the user should do before and during installation
 * @param downloadSeconds estimated time of the download
 * @param installSeconds estimated time of the installation
 * @param images the images, in an order that respects their dependencies
 */
public record Release(
        String id,
        String version,
        String title,
        String purpose,
        String criticality,
        List<String> notes,
        List<String> functionsUnavailable,
        List<String> instructions,
        long downloadSeconds,
        long installSeconds,
        List<ImageSpec> images) {
    public Release {
        notes = List.copyOf(notes);
        functionsUnavailable = List.copyOf(functionsUnavailable);
        instructions = List.copyOf(instructions);
        images = List.copyOf(images);
    }

    /** The image for {@code ecu}, if the release has one. */
    public Optional<ImageSpec> image(String ecu) {
        return images.stream().filter(image -> image.ecu().equals(ecu)).findFirst();
    }
}
