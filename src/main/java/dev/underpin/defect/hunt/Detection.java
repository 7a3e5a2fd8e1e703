package dev.underpin.defect.hunt;

import dev.underpin.defect.Defect;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** How good the harness is: each hunt over all defects, and runs of the sound vehicle. As many at a time as the machine has cores. */
public final class Detection {
    private final List<Defect> defects;
    private final List<Hunt> hunts;
    private final SoundRuns sound;

    public Detection(List<Defect> defects, List<Hunt> hunts, SoundRuns sound) {
        this.defects = List.copyOf(defects);
        this.hunts = List.copyOf(hunts);
        this.sound = sound;
    }

    /**
     * Hunts for every defect with every hunt, then runs the sound vehicle with the seeds from 1 on.
     *
     * @param onlooker is told how it goes, one call at a time
     */
    public Figures measure(int seeds, Onlooker onlooker) {
        Map<String, List<Trail>> trails = new LinkedHashMap<>();
        for (Hunt hunt : hunts) {
            List<Trail> found = Collections.synchronizedList(new ArrayList<>());
            defects.parallelStream().map(hunt::hunt).forEach(trail -> {
                synchronized (found) {
                    found.add(trail);
                    onlooker.hunted(trail);
                }
            });
            trails.put(hunt.name(), inOrder(found));
        }
        return new Figures(defects, trails, seeds, alarms(seeds, onlooker));
    }

    private List<String> alarms(int seeds, Onlooker onlooker) {
        List<String> alarms = new ArrayList<>();
        AtomicInteger done = new AtomicInteger();
        LongStream.rangeClosed(1, seeds).parallel().forEach(seed -> {
            List<String> found = sound.alarms(seed);
            synchronized (alarms) {
                alarms.addAll(found);
                onlooker.played(done.incrementAndGet(), seeds, found);
            }
        });
        return List.copyOf(alarms);
    }

    private List<Trail> inOrder(List<Trail> found) {
        return defects.stream()
                .flatMap(defect -> found.stream().filter(it -> it.defect().equals(defect)))
                .toList();
    }

    /** Who watches a measurement. */
    public interface Onlooker {
        /** A hunt for one defect is over. */
        void hunted(Trail trail);

        /** So many of so many runs of the sound vehicle are done; the last one gave these false alarms. */
        void played(int done, int runs, List<String> falseAlarms);
    }

    /**
     * What was measured.
     *
     * @param trails of each hunt, by its name, in the order of the defects
     * @param healthyRuns runs of the sound vehicle
     * @param falseAlarms what failed in them
     */
    public record Figures(
            List<Defect> defects, Map<String, List<Trail>> trails, int healthyRuns, List<String> falseAlarms) {
        /** The defects that some hunt caught. */
        public List<Defect> caught() {
            return defects.stream().filter(defect -> first(defect).isPresent()).toList();
        }

        /** The defects that no hunt caught. */
        public List<Defect> escaped() {
            return defects.stream().filter(defect -> first(defect).isEmpty()).toList();
        }

        private Optional<Trail> first(Defect defect) {
            return trails.values().stream()
                    .flatMap(List::stream)
                    .filter(it -> it.defect().equals(defect) && it.caught())
                    .findFirst();
        }
    }
}
