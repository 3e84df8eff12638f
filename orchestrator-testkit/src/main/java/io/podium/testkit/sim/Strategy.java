package io.podium.testkit.sim;

/** How the seed picks the next task among those that are ready. */
public enum Strategy {
    /** Each ready task is equally likely. Good at short races, and the default. */
    UNIFORM,

    /**
     * Each kind of task (scope and name) has a random rank, and the ready task of the highest rank runs; ranks are drawn
     * anew about every thousand steps, and one pick in sixteen is uniform. One component then lags behind all others for
     * long, as after a burst of load: this finds bugs that need many unlikely choices in a row (after Burckhardt and others,
     * A randomized scheduler with probabilistic guarantees of finding bugs, 2010).
     */
    RANKED
}
