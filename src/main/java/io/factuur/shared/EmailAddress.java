package io.factuur.shared;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: {@code local@domain}, no display name, no line break (so that no header can be
 * smuggled in), at most 254 characters (RFC 5321). Letters of any script are allowed (RFC 6531).
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>(),;:\\\\\"\\[\\]\\p{Cntrl}]{1,64}@[^\\s@<>(),;:\\\\\"\\[\\]\\p{Cntrl}]{1,253}");

    public EmailAddress {
        value = value.strip();
        if (value.length() > 254 || !SHAPE.matcher(value).matches() || !hasRealDomain(value)) {
            throw Problem.invalid("problem.email", value);
        }
    }

    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /** Equal for addresses that reach the same box in practice: domain in lower case and ASCII. */
    public String normalised() {
        String local = value.substring(0, value.lastIndexOf('@'));
        return (local + "@" + IDN.toASCII(domain(), IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT);
    }

    private static boolean hasRealDomain(String address) {
        String domain = address.substring(address.lastIndexOf('@') + 1);
        try {
            String ascii = IDN.toASCII(domain, IDN.ALLOW_UNASSIGNED);
            return !ascii.isEmpty()
                    && !ascii.startsWith(".")
                    && !ascii.endsWith(".")
                    && !ascii.contains("..")
                    && !address.startsWith(".");
        } catch (IllegalArgumentException unusable) {
            return false;
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
