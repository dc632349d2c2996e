/** Who you are: people, sign-in, API tokens. What a person may do is not decided here but in {@code access}. */
@NullMarked
package io.factuur.security;

import org.jspecify.annotations.NullMarked;
