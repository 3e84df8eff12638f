package io.podium.testkit;

import io.podium.testkit.faults.Faults;
import java.util.List;

/** A cluster whose parts can be made to fail. */
interface Breakable {
    /** The names of its nodes. */
    List<String> nodes();

    /** The names of the controllers and of the scheduler. */
    List<String> controllers();

    /** What goes wrong with calls. */
    Faults faults();

    void crashNode(String name);

    void restartNode(String name);

    void restartController(String name);
}
