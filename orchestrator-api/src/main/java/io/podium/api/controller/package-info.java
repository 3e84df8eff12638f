/**
 * The kit that Podium's own controllers are made of, for operators of yours: say what to watch and how to reconcile one key, and the
 * kit does the queueing, retrying and reading.
 */
@NullMarked
package io.podium.api.controller;

import org.jspecify.annotations.NullMarked;
