package dev.underpin.tester;

import dev.underpin.uds.client.UdsError;

/** Something that an engineer does with a control unit. */
public interface Operation {
    /** What it is called in the document. */
    String name();

    /**
     * Does it.
     *
     * @throws UdsError when the control unit refuses or does not answer, so that nothing more can be done
     */
    void run(Tester tester, Findings findings) throws UdsError;
}
