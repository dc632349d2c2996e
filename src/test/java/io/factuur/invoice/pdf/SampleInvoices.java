package io.factuur.invoice.pdf;

import io.factuur.agreement.AgreementType;
import io.factuur.agreement.Offer;
import io.factuur.invoice.Balance;
import io.factuur.invoice.Customer;
import io.factuur.invoice.DocumentType;
import io.factuur.invoice.Figures;
import io.factuur.invoice.Invoice;
import io.factuur.invoice.InvoiceLine;
import io.factuur.invoice.InvoiceRow;
import io.factuur.invoice.InvoiceStatus;
import io.factuur.invoice.InvoiceType;
import io.factuur.invoice.IssuerSettings;
import io.factuur.invoice.Product;
import io.factuur.invoice.Transaction;
import io.factuur.scope.Address;
import io.factuur.shared.BillingPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/** Invoices as a billing run would store them. */
public final class SampleInvoices {

    private static final String[] SERVICES = {
        "Virtual Machines", "Azure Kubernetes Service", "Storage Accounts", "Azure DB for MySQL", "Bandwidth",
        "Log Analytics", "Azure Machine Learning", "Key Vault", "Virtual Network", "Azure Front Door"
    };
    private static final String[] CATEGORIES = {"Compute", "Storage", "Networking", "Databases"};

    private SampleInvoices() {}

    /** @param lines spread evenly over the sections */
    public static Invoice with(int sections, int lines) {
        List<InvoiceLine> list = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            int section = i * sections / lines;
            BigDecimal exact = new BigDecimal("17.123456789").multiply(BigDecimal.valueOf(i % 13 + 1));
            list.add(new InvoiceLine(
                    i + 1,
                    (long) section,
                    "Section " + (char) ('A' + section % 26) + " Łódź – Αθήνα – Москва",
                    SERVICES[i % SERVICES.length] + (i >= SERVICES.length ? " " + i : ""),
                    CATEGORIES[i % CATEGORIES.length],
                    i % 11 == 10 ? "Credit" : "Usage",
                    "Microsoft",
                    exact,
                    exact.setScale(2, RoundingMode.HALF_UP)));
        }
        return of(list);
    }

    public static Invoice of(List<InvoiceLine> lines) {
        BigDecimal charges =
                lines.stream().map(InvoiceLine::amount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        BigDecimal zero = new BigDecimal("0.00");
        BigDecimal rate = new BigDecimal("0.210000");
        BigDecimal tax = charges.multiply(rate).setScale(2, RoundingMode.HALF_UP);
        Figures figures = new Figures(
                Currency.getInstance("EUR"),
                charges.subtract(new BigDecimal("0.0033613816")),
                new BigDecimal("0.0033613816"),
                charges,
                zero,
                zero,
                zero,
                charges,
                rate,
                tax,
                charges.add(tax));
        InvoiceRow row = new InvoiceRow(
                1,
                "F2026-000001",
                7,
                "Contoso Retail – production",
                AgreementType.MCA,
                InvoiceType.SERVICES,
                DocumentType.INVOICE,
                BillingPeriod.month(YearMonth.of(2026, 10)),
                LocalDate.of(2026, 11, 5),
                LocalDate.of(2026, 12, 5),
                "PO-2026-0815",
                InvoiceStatus.DUE,
                figures,
                figures.total());
        return new Invoice(row, 30, issuer(), customer(), Instant.parse("2026-11-05T06:00:00Z"), null, null, lines);
    }

    /** An enrollment's, a part of which was paid beforehand. */
    static Invoice enrollment(int lines) {
        Invoice invoice = with(2, lines);
        InvoiceRow row = invoice.row();
        Figures before = row.figures();
        BigDecimal paid = new BigDecimal("250.00");
        BigDecimal subtotal = before.charges().subtract(paid);
        BigDecimal tax = subtotal.multiply(before.taxRate()).setScale(2, RoundingMode.HALF_UP);
        Figures figures = new Figures(
                before.currency(),
                before.exactCost(),
                before.rounding(),
                before.charges(),
                paid,
                before.credit(),
                before.freeCredit(),
                subtotal,
                before.taxRate(),
                tax,
                subtotal.add(tax));
        return new Invoice(
                new InvoiceRow(
                        row.id(),
                        row.number(),
                        row.scopeId(),
                        "Contoso enrollment",
                        AgreementType.EA,
                        row.type(),
                        row.documentType(),
                        row.period(),
                        row.invoiceDate(),
                        row.dueDate(),
                        "7654321",
                        row.status(),
                        figures,
                        figures.total()),
                invoice.paymentTermDays(),
                invoice.issuer(),
                invoice.customer(),
                invoice.issuedAt(),
                null,
                null,
                invoice.lines());
    }

    /** What an invoice's lines are made of: one product each, every ninth sold by somebody else, and one that was free. */
    static List<Transaction> items(Invoice invoice) {
        List<Transaction> own = new ArrayList<>();
        List<Transaction> others = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            boolean other = line.no() % 9 == 0;
            (other ? others : own)
                    .add(item(
                            line, other ? "Meerkat Backup" : "Microsoft", new BigDecimal("17.123456"), line.amount()));
        }
        own.addAll(others);
        own.add(item(invoice.lines().getFirst(), "Microsoft", BigDecimal.ZERO, new BigDecimal("0.00")));
        return own;
    }

    private static Transaction item(InvoiceLine line, String publisher, BigDecimal price, BigDecimal amount) {
        return new Transaction(
                line.sectionId(),
                line.sectionName(),
                line.serviceName(),
                line.serviceCategory(),
                publisher,
                line.chargeCategory(),
                new Product("", "AAA-1", line.serviceName() + " - General Purpose", "", "", "1 Hour"),
                new BigDecimal(line.no() % 13 + 1),
                price,
                null,
                amount,
                BigDecimal.ZERO);
    }

    /** What a billing profile's lines are made of: of an order each, one priced in another currency, with savings. */
    static List<Transaction> orders(Invoice invoice) {
        return invoice.lines().stream()
                .map(line -> new Transaction(
                        line.sectionId(),
                        line.sectionName(),
                        line.serviceName(),
                        line.serviceCategory(),
                        line.no() % 9 == 0 ? "Meerkat Backup" : "Microsoft",
                        line.chargeCategory(),
                        new Product("Azure plan", "", line.serviceName() + " - General Purpose", "", "", "1 Hour"),
                        new BigDecimal(line.no() % 13 + 1),
                        new BigDecimal("17.123456789"),
                        line.no() % 7 == 0 ? "USD" : null,
                        line.amount(),
                        new BigDecimal("1.5")))
                .toList();
    }

    /** A subscription's. */
    static Invoice onlineServices(int lines) {
        Invoice invoice = with(1, lines);
        InvoiceRow row = invoice.row();
        Customer customer = invoice.customer();
        return new Invoice(
                new InvoiceRow(
                        row.id(),
                        row.number(),
                        row.scopeId(),
                        "Webshop",
                        AgreementType.MOSP,
                        row.type(),
                        row.documentType(),
                        new BillingPeriod(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 11, 5)),
                        row.invoiceDate(),
                        row.dueDate(),
                        row.poNumber(),
                        row.status(),
                        row.figures(),
                        row.amountDue()),
                invoice.paymentTermDays(),
                invoice.issuer(),
                new Customer(
                        customer.name(),
                        customer.billTo(),
                        null,
                        null,
                        customer.taxId(),
                        customer.purchaseOrder(),
                        null,
                        Offer.PAY_AS_YOU_GO,
                        "anna.visser@contoso.example"),
                invoice.issuedAt(),
                null,
                null,
                invoice.lines());
    }

    static Balance balance() {
        return new Balance(new BigDecimal("812.40"), new BigDecimal("600.00"), new BigDecimal("-12.40"));
    }

    /** What a subscription's lines are made of: one meter each. */
    static List<Transaction> meters(Invoice invoice) {
        return invoice.lines().stream()
                .map(line -> new Transaction(
                        null,
                        line.sectionName(),
                        line.serviceName(),
                        line.serviceCategory(),
                        line.publisherName(),
                        line.chargeCategory(),
                        new Product(line.serviceName(), "", "General Purpose", "Dv3 Series", "EU West", "1 Hour"),
                        line.chargeCategory().equals("Credit") ? null : new BigDecimal(line.no() % 13 + 1),
                        line.chargeCategory().equals("Credit") ? null : new BigDecimal("17.123456789"),
                        null,
                        line.amount(),
                        null))
                .toList();
    }

    /** One line, of a scope and a section that somebody gave a name. */
    static Invoice sold(String name) {
        Invoice invoice = of(List.of(new InvoiceLine(
                1,
                1L,
                name,
                "Storage",
                "Storage",
                "Usage",
                "Microsoft",
                new BigDecimal("1.00"),
                new BigDecimal("1.00"))));
        return numbered(invoice.number(), invoice);
    }

    /** One line, to somebody of this name. */
    static Invoice soldTo(String name) {
        Invoice invoice = sold("Production");
        Customer customer = invoice.customer();
        return numbered(
                invoice.number(),
                invoice,
                new Customer(
                        name,
                        null,
                        null,
                        null,
                        customer.taxId(),
                        customer.purchaseOrder(),
                        null,
                        customer.offer(),
                        customer.ownerEmail()));
    }

    /** The same invoice under another number. */
    static Invoice numbered(String number, Invoice invoice) {
        return numbered(number, invoice, invoice.customer());
    }

    private static Invoice numbered(String number, Invoice invoice, Customer customer) {
        InvoiceRow row = invoice.row();
        return new Invoice(
                new InvoiceRow(
                        row.id(),
                        number,
                        row.scopeId(),
                        row.scopeName(),
                        row.agreement(),
                        row.type(),
                        row.documentType(),
                        row.period(),
                        row.invoiceDate(),
                        row.dueDate(),
                        row.poNumber(),
                        row.status(),
                        row.figures(),
                        row.amountDue()),
                invoice.paymentTermDays(),
                invoice.issuer(),
                customer,
                invoice.issuedAt(),
                invoice.creditFor(),
                invoice.rebillOf(),
                invoice.lines());
    }

    private static IssuerSettings issuer() {
        return new IssuerSettings(
                "Noordzee Cloud B.V.",
                List.of("Havenstraat 12", "3011 AA Rotterdam", "Netherlands"),
                "NL001234567B01",
                "KvK 12345678",
                "billing@noordzee.example",
                "+31 10 123 45 67",
                "https://noordzee.example",
                "Voorbeeldbank N.V.",
                "NL91 ABNA 0417 1643 00",
                "ABNANL2A",
                new BigDecimal("0.21"),
                30,
                "F",
                "en",
                List.of());
    }

    private static Customer customer() {
        return new Customer(
                "Contoso",
                new Address(
                        "Contoso Retail Sp. z o.o.",
                        "ul. Świętokrzyska 14",
                        "Finance department",
                        null,
                        "Warszawa",
                        "00-050",
                        null,
                        "PL"),
                null,
                null,
                "PL5260001246",
                "PO-2026-0815",
                null,
                null,
                null);
    }
}
