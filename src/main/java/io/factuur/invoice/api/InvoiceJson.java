package io.factuur.invoice.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.factuur.agreement.AgreementType;
import io.factuur.api.MoneyJson;
import io.factuur.invoice.DocumentType;
import io.factuur.invoice.Figures;
import io.factuur.invoice.InvoiceLine;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.InvoiceType;
import io.factuur.invoice.Invoices;
import io.factuur.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as programs read it.
 *
 * @param periodEnd the day after the last
 * @param roundingAdjustment what was added to the exact sum of the usage rows to reach the charges, all digits
 * @param lines with a single invoice only
 */
record InvoiceJson(
        String number,
        String scope,
        String scopeName,
        AgreementType agreement,
        InvoiceType type,
        DocumentType documentType,
        InvoiceStatus status,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate invoiceDate,
        LocalDate dueDate,
        @Nullable String purchaseOrderNumber,
        String currency,
        MoneyJson charges,
        MoneyJson prepaymentApplied,
        MoneyJson creditApplied,
        MoneyJson freeCreditApplied,
        MoneyJson subtotal,
        String taxRate,
        MoneyJson tax,
        MoneyJson total,
        MoneyJson amountDue,
        MoneyJson roundingAdjustment,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<LineJson> lines) {

    /** @param exactCost the exact sum of the usage rows behind it */
    record LineJson(
            int no,
            @Nullable String section,
            String sectionName,
            String service,
            String serviceCategory,
            String chargeCategory,
            String publisher,
            MoneyJson amount,
            MoneyJson exactCost) {

        static LineJson of(InvoiceLine line, Currency currency) {
            return new LineJson(
                    line.no(),
                    line.sectionId() == null ? null : String.valueOf(line.sectionId()),
                    line.sectionName(),
                    line.serviceName(),
                    line.serviceCategory(),
                    line.chargeCategory(),
                    line.publisherName(),
                    money(currency, line.amount()),
                    exact(currency, line.exactCost()));
        }
    }

    static InvoiceJson of(InvoiceRow row) {
        return of(row, null);
    }

    static InvoiceJson of(Invoices.Lined invoice) {
        Currency currency = invoice.row().figures().currency();
        return of(
                invoice.row(),
                invoice.lines().stream()
                        .map(line -> LineJson.of(line, currency))
                        .toList());
    }

    private static InvoiceJson of(InvoiceRow row, @Nullable List<LineJson> lines) {
        Figures figures = row.figures();
        Currency currency = figures.currency();
        return new InvoiceJson(
                row.number(),
                String.valueOf(row.scopeId()),
                row.scopeName(),
                row.agreement(),
                row.type(),
                row.documentType(),
                row.status(),
                row.period().code(),
                row.period().start(),
                row.period().end(),
                row.invoiceDate(),
                row.dueDate(),
                row.poNumber(),
                currency.getCurrencyCode(),
                money(currency, figures.charges()),
                money(currency, figures.prepayment()),
                money(currency, figures.credit()),
                money(currency, figures.freeCredit()),
                money(currency, figures.subtotal()),
                figures.taxRate().stripTrailingZeros().toPlainString(),
                money(currency, figures.tax()),
                money(currency, figures.total()),
                money(currency, row.amountDue()),
                exact(currency, figures.rounding()),
                lines);
    }

    private static MoneyJson money(Currency currency, BigDecimal value) {
        return MoneyJson.of(new Money(currency, value));
    }

    private static MoneyJson exact(Currency currency, BigDecimal value) {
        return money(currency, value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros());
    }
}
