package io.factuur.ui;

import java.util.List;

/** People whose password is their name, to be offered on the sign-in page; only the demo has any. */
public interface SignInHint {

    List<Somebody> people();

    /** @param about key of a word or two on what they are */
    record Somebody(String username, String about) {}
}
