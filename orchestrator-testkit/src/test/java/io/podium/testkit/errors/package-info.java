/** What users see when they get something wrong: each test holds a whole message, Event or condition. */
@NullMarked
package io.podium.testkit.errors;

import org.jspecify.annotations.NullMarked;
