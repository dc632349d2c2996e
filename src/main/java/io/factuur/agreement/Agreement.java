package io.factuur.agreement;

import io.factuur.shared.BillingPeriod;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms between issuer and customer. Source: docs/agreements.md and the pages named there. */
public interface Agreement {

    /** How an invoice can be asked for by mail. */
    enum InvoiceMail {
        /** Opt-in per subscription, with terms to accept. */
        PER_SUBSCRIPTION,
        /** One preference per billing profile, for everyone with a role on it. */
        PER_PROFILE,
        /** Contacts named for the enrollment, by its administrator or the operator; there is nothing to opt in to. */
        CONTACTS;

        public boolean optsIn() {
            return this != CONTACTS;
        }

        public boolean needsTerms() {
            return this == PER_SUBSCRIPTION;
        }

        /** Whether the portal's operator may change it as well. */
        public boolean keptByOperator() {
            return this == CONTACTS;
        }
    }

    /** How the invoices of one invoiced scope are listed. */
    enum InvoiceList {
        /** By number, each with its status and what is due. */
        BY_NUMBER,
        /** A row for each billing period, whether there is an invoice or not. */
        BY_PERIOD,
        /** By document date, with the purchase order. */
        BY_DOCUMENT
    }

    /** What an invoice lists, and in which columns. */
    enum InvoiceDetail {
        /** Products: unit price, quantity, what was paid beforehand, tax. */
        PRODUCTS,
        /** Section by section, the product families of each product order, and their products. */
        ORDERS,
        /** Meters, as the file's statement adds them up: consumed, included, billable, rate, value. */
        METERS
    }

    /** The agreement's own columns of a usage file. */
    enum UsageLayout {
        MOSP_V2,
        EA,
        MCA
    }

    /** The kinds of scope that may stand directly under a scope of this kind; none for a kind it does not have. */
    Set<ScopeKind> childrenOf(ScopeKind kind);

    /** Where invoices are made: each scope of this kind gets its own. */
    ScopeKind invoicedKind();

    /** The kind that {@code BillingAccountId} of a usage row names. */
    ScopeKind billedKind();

    /** The places between the billed scope and a subscription that nobody has filed yet, outermost first. */
    List<ScopeKind> defaultPath();

    /** The roles that can be given on a scope of this kind, most powerful first. */
    List<Role> rolesAt(ScopeKind kind);

    /** The role of the one person such a scope belongs to, where the agreement knows no other role there. */
    default Optional<Role> belongsTo(ScopeKind kind) {
        List<Role> roles = rolesAt(kind);
        return roles.size() == 1 ? Optional.of(roles.getFirst()) : Optional.empty();
    }

    /** The roles that can count at a scope of this kind: given there or on any kind above it. */
    default Set<Role> rolesReaching(ScopeKind kind) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(rolesAt(kind));
        for (ScopeKind above : ScopeKind.values()) {
            if (childrenOf(above).contains(kind)) {
                roles.addAll(rolesReaching(above));
            }
        }
        return roles;
    }

    /** Roles that keep a scope governed: the last direct holder of one of these cannot be removed. */
    Set<Role> owners();

    /** Who may do what. */
    List<Grant> grants();

    /** Roles that silence others of the same person. */
    default List<Mute> mutes() {
        return List.of();
    }

    /** What is kept about a scope of this kind. */
    Set<Property> propertiesAt(ScopeKind kind);

    /** The switches that stand on a scope of this kind. */
    default Set<Condition> switchesAt(ScopeKind kind) {
        return Set.of();
    }

    InvoiceMail invoiceMail();

    UsageLayout usageLayout();

    default InvoiceList invoiceList() {
        return InvoiceList.BY_NUMBER;
    }

    /**
     * The billing period that a day belongs to.
     *
     * @param since the day the invoiced scope was created; agreements with calendar months ignore it
     */
    default BillingPeriod periodOf(LocalDate day, LocalDate since) {
        return BillingPeriod.month(YearMonth.from(day));
    }

    /** Whether a period without charges is invoiced all the same. */
    default boolean invoicesZero() {
        return false;
    }

    /** Whether a period is invoiced all the same whose charges were all paid beforehand (docs/decisions/0200). */
    default boolean invoicesCovered() {
        return true;
    }

    /** Whether the invoiced scope's own number stands for its purchase order until another one is given. */
    default boolean ordersUnderOwnNumber() {
        return false;
    }

    /** Whether what other publishers sell stands on an invoice of its own. */
    default boolean separatesMarketplace() {
        return false;
    }

    /** Whether prepayments and credits come off such a charge. */
    default boolean creditsCover(String chargeCategory, String publisherName) {
        return true;
    }

    /** Whether an invoice comes with a summary by product family and a file of its transactions. */
    default boolean itemizesInvoices() {
        return false;
    }

    InvoiceDetail invoiceDetail();

    /** Whether an invoice names the account's owner, the offer, and what was open before it. */
    default boolean invoicesAccounts() {
        return false;
    }

    /** Invoices of periods that start before this day are for the owners' roles only; null where there is no such day. */
    default @Nullable LocalDate sharedSince() {
        return null;
    }

    default boolean has(ScopeKind kind) {
        return kind == ScopeKind.BILLING_ACCOUNT || !rolesAt(kind).isEmpty();
    }
}
