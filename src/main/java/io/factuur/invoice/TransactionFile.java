package io.factuur.invoice;

import com.opencsv.CSVWriter;
import io.factuur.invoice.Apportionment.Part;
import io.factuur.scope.Address;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * An invoice's transactions as a CSV for machines: an item per row, extended amount less commitment usage is the net
 * amount, plus tax the total, and each column adds up to the invoice's own figure. What is not known stays empty.
 */
@Component
class TransactionFile {

    private static final String[] HEAD = {
        "Invoice Number",
        "Invoice Date",
        "Document Type",
        "Agreement Number",
        "Bill To Number",
        "Bill To Name",
        "Bill To Country",
        "Sold To Number",
        "Sold To Name",
        "Sold To Country",
        "Ship To Number",
        "Ship To Name",
        "Ship To Country",
        "End Customer Number",
        "End Customer Name",
        "PO Number",
        "Billing Currency",
        "Transaction Type",
        "Line Item Number",
        "Usage Country",
        "Delivery",
        "MS Part Number",
        "Item Name",
        "Product Family",
        "License Type",
        "Price Level",
        "Billing Option",
        "Taxable",
        "Pool",
        "Service Period Start",
        "Service Period End",
        "Reason Code",
        "Description",
        "Quantity",
        "Unit Price",
        "Extended Amount",
        "Commitment Usage",
        "Net Amount",
        "Tax Rate",
        "Tax Amount",
        "Total",
        "Is Third Party"
    };

    private final JdbcClient jdbc;

    TransactionFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    byte[] of(Invoice invoice, List<Transaction> items) {
        List<Part> parts = Apportionment.of(invoice, items);
        String agreement = agreementNumber(invoice.row().scopeId());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CSVWriter csv = new CSVWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            csv.writeNext(HEAD, false);
            for (int i = 0; i < items.size(); i++) {
                csv.writeNext(row(invoice, agreement, i + 1, items.get(i), parts.get(i)), false);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static String[] row(Invoice invoice, String agreement, int no, Transaction item, Part part) {
        InvoiceRow row = invoice.row();
        Customer customer = invoice.customer();
        Address soldTo = customer.soldTo() == null ? customer.billTo() : customer.soldTo();
        Address shipTo = customer.shipTo() == null ? soldTo : customer.shipTo();
        BigDecimal rate = invoice.figures().taxRate();
        boolean thirdParty = item.isThirdParty(row.agreement().terms());
        return new String[] {
            row.number(),
            row.invoiceDate().toString(),
            row.documentType() == DocumentType.INVOICE ? "Invoice" : "Credit Note",
            agreement,
            agreement,
            name(customer, customer.billTo()),
            country(customer.billTo()),
            agreement,
            name(customer, soldTo),
            country(soldTo),
            agreement,
            name(customer, shipTo),
            country(shipTo),
            agreement,
            harmless(customer.name()),
            harmless(row.poNumber() == null ? "" : row.poNumber()),
            row.figures().currency().getCurrencyCode(),
            item.charge(),
            String.valueOf(no),
            country(soldTo),
            "",
            harmless(item.product().part()),
            harmless(
                    item.product().name().isEmpty()
                            ? item.service()
                            : item.product().name()),
            harmless(item.category()),
            "",
            "",
            "",
            rate.signum() == 0 ? "No" : "Yes",
            "",
            row.period().start().toString(),
            row.period().end().minusDays(1).toString(),
            invoice.creditFor() == null ? "" : invoice.creditFor(),
            harmless(item.section()
                    + (item.product().unit().isEmpty()
                            ? ""
                            : ", " + item.product().unit())),
            plain(item.quantity()),
            plain(item.unitPrice()),
            part.amount().toPlainString(),
            part.commitment().toPlainString(),
            part.net().toPlainString(),
            plain(rate),
            part.tax().toPlainString(),
            part.total().toPlainString(),
            thirdParty ? "Yes" : "No"
        };
    }

    /** The enrollment's number, as the cloud knows it. */
    private String agreementNumber(long scopeId) {
        return jdbc.sql("select external_id from scope where id = :id")
                .param("id", scopeId)
                .query(String.class)
                .single();
    }

    private static String name(Customer customer, @Nullable Address address) {
        return harmless(address == null || address.company() == null ? customer.name() : address.company());
    }

    private static String country(@Nullable Address address) {
        return address == null ? "" : address.country();
    }

    private static String plain(@Nullable BigDecimal value) {
        if (value == null) {
            return "";
        }
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Text that a spreadsheet would take for a formula. */
    private static String harmless(String text) {
        return text.matches("(?s)[=+@\\-\\t\\r].*") ? "'" + text : text;
    }
}
