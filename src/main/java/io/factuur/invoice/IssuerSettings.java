package io.factuur.invoice;

import io.factuur.agreement.AgreementType;
import io.factuur.scope.Terms;
import io.factuur.usage.InvoiceNumbers.Publishers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who issues the invoices: {@code factuur.issuer.*}. Frozen with each invoice.
 *
 * @param address lines under the name
 * @param registration number in the trade register
 * @param taxRate as a fraction, 0.21 for 21 percent; where the customer has none of their own
 * @param paymentTermDays days from invoice date to due date; where the customer has none of their own
 * @param numberPrefix what invoice numbers start with: letters and digits, at most 10; a series of its own
 * @param language ISO 639 of the documents; where the customer has none of their own
 * @param ownPublishers publishers whose services are the issuer's own; once there is one, what any other sells is
 *     marketplace. None: there is no marketplace
 */
@ConfigurationProperties("factuur.issuer")
public record IssuerSettings(
        @DefaultValue("Factuur") String name,
        @DefaultValue({}) List<String> address,
        @DefaultValue("") String vatId,
        @DefaultValue("") String registration,
        @DefaultValue("") String email,
        @DefaultValue("") String phone,
        @DefaultValue("") String website,
        @DefaultValue("") String bank,
        @DefaultValue("") String iban,
        @DefaultValue("") String bic,
        @DefaultValue("0") BigDecimal taxRate,
        @DefaultValue("30") int paymentTermDays,
        @DefaultValue("F") String numberPrefix,
        @DefaultValue("en") String language,
        @DefaultValue({}) List<String> ownPublishers) {

    public IssuerSettings {
        if (!numberPrefix.matches("[A-Za-z0-9]{1,10}")) {
            throw new IllegalArgumentException(
                    "factuur.issuer.number-prefix takes 1 to 10 letters and digits, not \"" + numberPrefix + "\"");
        }
        if (!Terms.isTaxRate(taxRate)) {
            throw new IllegalArgumentException(
                    "factuur.issuer.tax-rate is a fraction between 0 and 1 with at most six decimals, such as 0.21, not "
                            + taxRate);
        }
        if (paymentTermDays < 0 || paymentTermDays > 365) {
            throw new IllegalArgumentException(
                    "factuur.issuer.payment-term-days lies between 0 and 365, not " + paymentTermDays);
        }
    }

    /** Whose rows stand on an invoice of a type. */
    Publishers publishers(AgreementType agreement, InvoiceType type) {
        return type == InvoiceType.SUPPORT
                        || ownPublishers.isEmpty()
                        || !agreement.terms().separatesMarketplace()
                ? Publishers.ALL
                : new Publishers(
                        ownPublishers.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toUnmodifiableSet()),
                        type == InvoiceType.MARKETPLACE);
    }

    /** Whether what a publisher sells is marketplace. */
    boolean isMarketplace(String publisher) {
        return !ownPublishers.isEmpty() && ownPublishers.stream().noneMatch(publisher::equalsIgnoreCase);
    }
}
