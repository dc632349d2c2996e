package io.factuur.invoice.pdf;

import io.factuur.agreement.Agreement.InvoiceDetail;
import io.factuur.agreement.Offer;
import io.factuur.invoice.Apportionment;
import io.factuur.invoice.Apportionment.Part;
import io.factuur.invoice.Balance;
import io.factuur.invoice.DocumentType;
import io.factuur.invoice.Figures;
import io.factuur.invoice.Invoice;
import io.factuur.invoice.InvoiceLine;
import io.factuur.invoice.IssuerSettings;
import io.factuur.invoice.Transaction;
import io.factuur.scope.Address;
import io.factuur.shared.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the template's holes are filled with. Every figure is a stored one; nothing is computed but sums per section. */
final class InvoiceModel {

    /** So many items may stand on the first page, below the summary. */
    private static final int FEW = 4;

    /** So much of the issuer's name fits the foot of a page. */
    private static final int FOOT = 60;

    private final Invoice invoice;
    private final Figures figures;
    private final Locale locale;
    private final Words words;
    private final Map<String, Object> values = new HashMap<>();

    private InvoiceModel(Invoice invoice, Locale locale) {
        this.invoice = invoice;
        this.figures = invoice.figures();
        this.locale = locale;
        this.words = new Words(locale, figures.currency());
    }

    /**
     * @param items none: the lines as they stand
     * @param before null where the paper does not say
     */
    static Map<String, Object> of(Invoice invoice, List<Transaction> items, @Nullable Balance before, Locale locale) {
        InvoiceModel model = new InvoiceModel(invoice, locale);
        model.head();
        model.parties();
        model.summary();
        model.split();
        model.departments();
        model.families();
        model.items(
                items.isEmpty()
                        ? invoice.lines().stream().map(Transaction::bare).toList()
                        : items);
        if (before != null) {
            model.before(before);
        }
        return model.values;
    }

    private void head() {
        var row = invoice.row();
        put("lang", locale.toLanguageTag());
        put("number", row.number());
        put("creditNote", row.documentType() == DocumentType.CREDIT_NOTE);
        put("invoiceDate", words.date(row.invoiceDate()));
        put("dueDate", words.date(row.dueDate()));
        put("periodStart", words.date(row.period().start()));
        put("periodEnd", words.date(row.period().end().minusDays(1)));
        put("purchaseOrder", row.poNumber());
        put("creditFor", invoice.creditFor());
        put("rebillOf", invoice.rebillOf());
        put("terms", text("terms-days", invoice.paymentTermDays()));
        put("scopeName", row.scopeName());
        put("currency", figures.currency().getCurrencyCode());
        put("agreement", Texts.get(locale, row.agreement().labelKey()));
        put("scopeWord", text("scope." + row.agreement()));
        put("customerName", invoice.customer().name());
    }

    private void parties() {
        IssuerSettings issuer = invoice.issuer();
        put("issuer", issuer.name());
        put(
                "issuerShort",
                issuer.name().length() <= FOOT ? issuer.name() : issuer.name().substring(0, FOOT) + "…");
        put("initial", issuer.name().substring(0, issuer.name().offsetByCodePoints(0, 1)));
        put("issuerPlace", String.join(" · ", issuer.address()));
        put("issuerVat", issuer.vatId());
        put("issuerRegistration", issuer.registration());
        put("issuerEmail", issuer.email());
        put("issuerPhone", issuer.phone());
        put("issuerWebsite", issuer.website());
        put("iban", issuer.iban());
        put("bic", issuer.bic());
        put("bank", issuer.bank());
        put("billTo", address(invoice.customer().billTo()));
        Address soldTo = invoice.customer().soldTo();
        put("soldTo", address(soldTo == null ? invoice.customer().billTo() : soldTo));
        Address shipTo = invoice.customer().shipTo();
        put(
                "shipTo",
                address(shipTo == null ? soldTo == null ? invoice.customer().billTo() : soldTo : shipTo));
        put("customerTaxId", invoice.customer().taxId());
        Offer offer = invoice.customer().offer();
        put("offer", offer == null ? null : Texts.get(locale, offer.labelKey()));
        put("ownerEmail", invoice.customer().ownerEmail());
    }

    /** The name alone where no address is known. */
    private List<String> address(@Nullable Address address) {
        String name = invoice.customer().name();
        if (address == null) {
            return List.of(name);
        }
        Stream<String> first = address.company() == null ? Stream.of(name) : Stream.empty();
        String place = Stream.of(address.postalCode(), address.city(), address.region())
                .filter(part -> part != null && !part.isBlank())
                .reduce((left, right) -> left + " " + right)
                .orElse("");
        String country = Locale.of("", address.country()).getDisplayCountry(locale);
        return Stream.of(first, address.nameAndStreet().stream(), Stream.of(place, country))
                .flatMap(lines -> lines)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private void summary() {
        put("charges", words.amount(figures.charges()));
        put("prepayment", taken(figures.prepayment()));
        put("credit", taken(figures.credit()));
        put("freeCredit", taken(figures.freeCredit()));
        put("subtotal", words.amount(figures.subtotal()));
        boolean taxed = figures.taxRate().signum() != 0 || figures.tax().signum() != 0;
        put("taxed", taxed);
        put("taxLabel", text("tax", words.percent(figures.taxRate())));
        put("tax", words.amount(figures.tax()));
        put("taxMoney", words.money(figures.tax()));
        put("total", words.amount(figures.total()));
        put("totalMoney", words.money(figures.total()));
        put("toPay", figures.total().signum() > 0);
        put("dueBy", text("due-by", words.date(invoice.row().dueDate())));
        put(
                "payBy",
                text(
                        "pay-by",
                        words.money(figures.total()),
                        words.date(invoice.row().dueDate())));
        put("nothing", figures.total().signum() == 0);
        put("inFavour", figures.total().signum() < 0);
        put("exactCost", words.exact(figures.exactCost()));
        put("rounding", words.exact(figures.rounding()));
        put("rounded", figures.rounding().signum() != 0);
    }

    private @Nullable String taken(BigDecimal credit) {
        return credit.signum() == 0 ? null : words.amount(credit.negate());
    }

    /** What was used and bought, and what came back, where both are in the charges. */
    private void split() {
        BigDecimal back = invoice.lines().stream()
                .map(InvoiceLine::amount)
                .filter(amount -> amount.signum() < 0)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal used = figures.charges().subtract(back);
        put("split", back.signum() != 0 && used.signum() > 0);
        put("used", words.amount(used));
        put("back", words.amount(back));
    }

    private void before(Balance before) {
        put("before", true);
        put("previous", words.amount(before.previous()));
        put("payments", words.amount(before.payments().negate()));
        put("adjusted", before.adjusted().signum() == 0 ? null : words.amount(before.adjusted()));
        put("outstanding", words.amount(before.outstanding()));
    }

    /** What each department or account comes to, where there are several. */
    private void departments() {
        Map<String, List<InvoiceLine>> bySection = new LinkedHashMap<>();
        for (InvoiceLine line : invoice.lines()) {
            bySection
                    .computeIfAbsent(line.sectionId() + " " + line.sectionName(), none -> new ArrayList<>())
                    .add(line);
        }
        put("several", bySection.size() > 1);
        put(
                "departments",
                bySection.values().stream()
                        .map(lines -> Map.of(
                                "name",
                                lines.getFirst().sectionName(),
                                "count",
                                lines.size(),
                                "amount",
                                words.amount(lines.stream()
                                        .map(InvoiceLine::amount)
                                        .reduce(BigDecimal.ZERO, BigDecimal::add))))
                        .toList());
        put("sectionWord", text("section." + invoice.row().agreement()));
        put("totalsBy", text("by-section." + invoice.row().agreement()));
        put("detailsBy", text("details." + invoice.row().agreement()));
    }

    /** The charges by product family, with each family's part of credits and tax. */
    private void families() {
        List<Part> parts = Apportionment.of(invoice);
        Map<String, Part> families = new TreeMap<>();
        for (int i = 0; i < parts.size(); i++) {
            families.merge(invoice.lines().get(i).serviceCategory(), parts.get(i), Part::plus);
        }
        String rate = words.percent(figures.taxRate()) + "%";
        put(
                "families",
                families.entrySet().stream()
                        .map(family -> Map.of(
                                "name", family.getKey(),
                                "amount", words.amount(family.getValue().amount()),
                                "commitment",
                                        words.amount(
                                                family.getValue().commitment().negate()),
                                "net", words.amount(family.getValue().net()),
                                "rate", rate,
                                "tax", words.amount(family.getValue().tax()),
                                "total", words.amount(family.getValue().total())))
                        .toList());
        put("commitments", words.amount(figures.credits().negate()));
    }

    private void items(List<Transaction> items) {
        Map<String, BigDecimal> publishers = new TreeMap<>();
        items.forEach(item -> publishers.merge(item.publisher(), item.amount(), BigDecimal::add));
        boolean several = publishers.size() > 1;
        put("rate", words.percent(figures.taxRate()) + "%");
        put("many", items.size() > FEW);
        put("zero", items.isEmpty());
        ItemModel model = new ItemModel(
                invoice,
                items,
                publishers.entrySet().stream()
                        .max(Comparator.comparing(one -> one.getValue().abs()))
                        .map(Map.Entry::getKey)
                        .orElse(""),
                words);
        InvoiceDetail detail = invoice.row().agreement().terms().invoiceDetail();
        put("bySection", detail == InvoiceDetail.ORDERS && !items.isEmpty());
        put("byMeter", detail == InvoiceDetail.METERS && !items.isEmpty());
        put("byProduct", detail == InvoiceDetail.PRODUCTS && !items.isEmpty());
        switch (detail) {
            case PRODUCTS -> put("products", model.products());
            case ORDERS -> put("sections", model.sections());
            case METERS -> {
                put("meters", model.meters());
                put("types", model.haveTypes());
                put("regions", model.haveRegions());
                put("meterColumns", 7 + (model.haveTypes() ? 1 : 0) + (model.haveRegions() ? 1 : 0));
            }
        }
        put("itemized", invoice.row().isItemized());
        put("publisherInformation", several && !invoice.row().isItemized());
        put(
                "publishers",
                publishers.entrySet().stream()
                        .map(one -> Map.of("name", one.getKey(), "amount", words.amount(one.getValue())))
                        .toList());
        savings(items);
    }

    /** Only where every row of the usage says what it would have cost. */
    private void savings(List<Transaction> items) {
        BigDecimal saved = BigDecimal.ZERO;
        for (Transaction item : items) {
            if (item.saved() == null) {
                return;
            }
            saved = saved.add(item.saved());
        }
        BigDecimal rounded = saved.setScale(figures.charges().scale(), RoundingMode.HALF_UP);
        put("savings", rounded.signum() > 0 ? words.amount(rounded) : null);
    }

    private String text(String key, Object... arguments) {
        return Texts.get(locale, "pdf." + key, arguments);
    }

    private void put(String name, @Nullable Object value) {
        values.put(name, value == null ? "" : value);
    }
}
