/** The programs that README shows: what a newcomer pastes into an empty project. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
