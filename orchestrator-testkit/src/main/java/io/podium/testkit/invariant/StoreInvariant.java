package io.podium.testkit.invariant;

import io.podium.api.store.StoreEvent;
import java.util.List;

/** Something that must hold of every write that is committed. */
public interface StoreInvariant {

    /**
     * Looks at a write.
     *
     * @param event the write; each is shown once, in the order of revisions
     */
    void committed(StoreEvent event);

    /**
     * What was broken so far.
     *
     * @return a sentence each, oldest first, a hundred at most
     */
    List<String> violations();
}
