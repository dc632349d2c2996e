package io.factuur.invoice;

import io.factuur.scope.Terms;
import io.factuur.shared.EmailAddress;
import io.factuur.shared.Problem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/**
 * What the operator says about the company that issues the invoices; the rest of {@link IssuerSettings} is set where the
 * portal runs.
 *
 * @param address lines under the name
 * @param taxRate as a fraction, 0.21 for 21 percent
 */
public record IssuerDetails(
        String name,
        List<String> address,
        String vatId,
        String registration,
        String email,
        String phone,
        String website,
        String bank,
        String iban,
        String bic,
        BigDecimal taxRate,
        int paymentTermDays) {

    private static final int LONGEST = 200;
    private static final int MOST_LINES = 6;
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    static IssuerDetails of(IssuerSettings settings) {
        return new IssuerDetails(
                settings.name(),
                settings.address(),
                settings.vatId(),
                settings.registration(),
                settings.email(),
                settings.phone(),
                settings.website(),
                settings.bank(),
                settings.iban(),
                settings.bic(),
                settings.taxRate(),
                settings.paymentTermDays());
    }

    IssuerSettings over(IssuerSettings settings) {
        return new IssuerSettings(
                name,
                address,
                vatId,
                registration,
                email,
                phone,
                website,
                bank,
                iban,
                bic,
                taxRate,
                paymentTermDays,
                settings.numberPrefix(),
                settings.language(),
                settings.ownPublishers());
    }

    /** Without what stands around the words; the IBAN without its spaces. */
    IssuerDetails tidied() {
        return new IssuerDetails(
                name.strip(),
                address.stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                vatId.strip(),
                registration.strip(),
                email.strip(),
                phone.strip(),
                website.strip(),
                bank.strip(),
                iban.replaceAll("\\s", "").toUpperCase(Locale.ROOT),
                bic.strip().toUpperCase(Locale.ROOT),
                taxRate,
                paymentTermDays);
    }

    /** @throws Problem when an invoice could not be issued so; it names the component */
    void check() {
        if (name.isEmpty()) {
            throw Problem.invalid("problem.issuer.name").in("name");
        }
        if (address.isEmpty() || address.size() > MOST_LINES) {
            throw Problem.invalid("problem.issuer.address", MOST_LINES).in("address");
        }
        checkLength("name", name);
        checkLength("address", String.join("", address));
        checkLength("vatId", vatId);
        checkLength("registration", registration);
        checkLength("email", email);
        checkLength("phone", phone);
        checkLength("website", website);
        checkLength("bank", bank);
        if (!email.isEmpty()) {
            checkEmail();
        }
        if (!iban.isEmpty() && !isIban(iban)) {
            throw Problem.invalid("problem.issuer.iban", iban).in("iban");
        }
        if (!bic.isEmpty() && !bic.matches("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?")) {
            throw Problem.invalid("problem.issuer.bic", bic).in("bic");
        }
        if (!Terms.isTaxRate(taxRate)) {
            throw Problem.invalid("problem.tax-rate").in("taxRate");
        }
        if (paymentTermDays < 0 || paymentTermDays > 365) {
            throw Problem.invalid("problem.payment-days").in("paymentTermDays");
        }
    }

    private static void checkLength(String field, String text) {
        if (text.length() > LONGEST) {
            throw Problem.invalid("problem.issuer.long", text.substring(0, 20), LONGEST)
                    .in(field);
        }
    }

    private void checkEmail() {
        try {
            new EmailAddress(email);
        } catch (Problem problem) {
            throw problem.in("email");
        }
    }

    /** ISO 13616: country and check digits at the end, letters as numbers, the rest of a division by 97 is 1. */
    private static boolean isIban(String iban) {
        if (!iban.matches("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}")) {
            return false;
        }
        StringBuilder figures = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(sign -> figures.append(Character.getNumericValue(sign)));
        return new BigInteger(figures.toString()).mod(CHECK).equals(BigInteger.ONE);
    }
}
