package io.factuur.ui;

import io.factuur.security.Person;

/** A step of an empty portal's operator on the way to the first invoice; features implement it, Home collects them. */
public interface FirstStep {

    /** Place in the list. */
    int order();

    /** Key of its name; with {@code .about} behind it, of a sentence on what to do. */
    String labelKey();

    /** Where it is done, without a leading slash. */
    String path();

    /** Whether it has been done, as the portal is now. */
    boolean isDone(Person operator);

    /** One made of its parts. */
    static FirstStep of(int order, String labelKey, String path, java.util.function.Predicate<Person> done) {
        return new FirstStep() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public String labelKey() {
                return labelKey;
            }

            @Override
            public String path() {
                return path;
            }

            @Override
            public boolean isDone(Person operator) {
                return done.test(operator);
            }
        };
    }
}
