package dev.underpin.bridge;

/** Is told what the person who runs a bridge should know. Called on any thread. */
@FunctionalInterface
public interface Notices {
    void tell(String sentence);
}
