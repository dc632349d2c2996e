package io.factuur.usage.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.shared.Problem;
import io.factuur.usage.FocusColumn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AzureReaderTest {

    private static final ImportLimits LIMITS = new ImportLimits(1_000_000, 1_000, 1_000_000_000L, 200, 10_000);

    /** The 57 columns of version 2024-08-01. */
    private static final String EA = """
            InvoiceSectionName,AccountName,AccountOwnerId,SubscriptionId,SubscriptionName,ResourceGroup,\
            ResourceLocation,Date,ProductName,MeterCategory,MeterSubCategory,MeterId,MeterName,MeterRegion,\
            UnitOfMeasure,Quantity,EffectivePrice,CostInBillingCurrency,CostCenter,ConsumedService,ResourceId,Tags,\
            OfferId,AdditionalInfo,ServiceInfo1,ServiceInfo2,ResourceName,ReservationId,ReservationName,UnitPrice,\
            ProductOrderId,ProductOrderName,Term,PublisherType,PublisherName,ChargeType,Frequency,PricingModel,\
            AvailabilityZone,BillingAccountId,BillingAccountName,BillingCurrencyCode,BillingPeriodStartDate,\
            BillingPeriodEndDate,BillingProfileId,BillingProfileName,InvoiceSectionId,IsAzureCreditEligible,PartNumber,\
            PayGPrice,PlanName,ServiceFamily,CostAllocationRuleName,benefitId,benefitName,AccountId,\
            ResourceLocationNormalized""";

    private static final String MCA = """
            invoiceId,previousInvoiceId,billingAccountId,billingAccountName,billingProfileId,billingProfileName,\
            invoiceSectionId,invoiceSectionName,resellerName,resellerMpnId,costCenter,billingPeriodEndDate,\
            billingPeriodStartDate,servicePeriodEndDate,servicePeriodStartDate,date,serviceFamily,productOrderId,\
            productOrderName,consumedService,meterId,meterName,meterCategory,meterSubCategory,meterRegion,ProductId,\
            ProductName,SubscriptionId,subscriptionName,publisherType,publisherId,publisherName,resourceGroupName,\
            ResourceId,resourceLocation,location,effectivePrice,quantity,unitOfMeasure,chargeType,billingCurrency,\
            pricingCurrency,costInBillingCurrency,costInPricingCurrency,costInUsd,paygCostInBillingCurrency,\
            paygCostInUsd,exchangeRatePricingToBilling,exchangeRateDate,isAzureCreditEligible,serviceInfo1,\
            serviceInfo2,additionalInfo,tags,PayGPrice,frequency,term,reservationId,reservationName,pricingModel,\
            unitPrice,costAllocationRuleName,benefitId,benefitName,provider""";

    @Test
    void theRealEnterpriseFileIsReadAndNothingIsLost() throws Exception {
        List<UsageRow> rows = new ArrayList<>();
        List<Map<String, String>> given = read(
                Objects.requireNonNull(getClass().getResourceAsStream("/usage/azure_ea_actual_cost_11.csv")), rows);

        assertThat(rows).hasSize(11);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        for (int i = 0; i < rows.size(); i++) {
            sum = sum.add(rows.get(i).cost);
            costs = costs.add(new BigDecimal(Objects.requireNonNull(given.get(i).get("Cost"))));
            assertThat(giveBack(rows.get(i), given.get(i).keySet(), false)).isEqualTo(given.get(i));
        }
        assertThat(sum).isEqualByComparingTo(costs);
        UsageRow purchase = rows.getFirst();
        assertThat(purchase.get(FocusColumn.BILLING_ACCOUNT_ID)).isEqualTo("8611537");
        assertThat(purchase.get(FocusColumn.BILLING_PERIOD_START)).isEqualTo("2023-09-01T00:00:00Z");
        assertThat(purchase.get(FocusColumn.BILLING_PERIOD_END)).isEqualTo("2023-10-01T00:00:00Z");
        assertThat(purchase.get(FocusColumn.CHARGE_PERIOD_END)).isEqualTo("2023-09-22T00:00:00Z");
        assertThat(purchase.get(FocusColumn.CHARGE_CATEGORY)).isEqualTo("Purchase");
        assertThat(purchase.get(FocusColumn.CHARGE_FREQUENCY)).isEqualTo("Recurring");
        assertThat(purchase.get(FocusColumn.BILLED_COST)).isEqualTo("3.25");
        assertThat(purchase.get(FocusColumn.EFFECTIVE_COST)).isEqualTo("0");
        assertThat(rows.get(1).get(FocusColumn.TAGS))
                .startsWith("{\"CostCenter\": \"1234\"")
                .endsWith("}");
        assertThat(rows.get(1).get(FocusColumn.RESOURCE_TYPE)).isEqualTo("Microsoft.Storage/storageAccounts");
    }

    @Test
    void theOtherColumnsOfEnterpriseFilesGiveTheSame() throws Exception {
        String values = "Dept,Acc,o@example.com,sub-1,Sub One,rg,EU West,9/3/2025,Prod,Virtual Machines,BS,m-1,B1s,EU,"
                + "1 Hour,5.64902E-05,0.1,5.64902E-06,cc,Microsoft.Compute,/subscriptions/sub-1/resourceGroups/rg/providers/"
                + "Microsoft.Compute/virtualMachines/vm1,\"\"\"a\"\": \"\"b\"\"\",MS-AZR,\"{\"\"x\"\":1}\",i1,i2,vm1,,,0.1,,,,Azure,"
                + "Microsoft,Usage,UsageBased,OnDemand,,77,Enrollment,EUR,09/01/2025,09/30/2025,77,Enrollment,s1,TRUE,"
                + "AAA-1,0.2,B1s,Compute,,,,acc-1,westeurope";
        List<UsageRow> rows = new ArrayList<>();
        List<Map<String, String>> given = read(EA + "\n" + values + "\n", rows);

        UsageRow row = rows.getFirst();
        assertThat(row.get(FocusColumn.BILLED_COST)).isEqualTo("0.00000564902");
        assertThat(row.get(FocusColumn.PRICING_QUANTITY)).isEqualTo("0.0000564902");
        assertThat(row.get(FocusColumn.REGION_ID)).isEqualTo("westeurope");
        assertThat(row.get(FocusColumn.REGION_NAME)).isEqualTo("EU West");
        assertThat(row.get(FocusColumn.SERVICE_CATEGORY)).isEqualTo("Compute");
        assertThat(row.get(FocusColumn.LIST_COST)).isEqualTo("0.00001129804");
        assertThat(row.get(FocusColumn.CHARGE_PERIOD_START)).isEqualTo("2025-09-03T00:00:00Z");
        assertThat(giveBack(row, given.getFirst().keySet(), false)).isEqualTo(given.getFirst());
    }

    @Test
    void headersInAnotherOrderCasingAndLanguageAreKnown() throws Exception {
        List<UsageRow> rows = new ArrayList<>();
        read(
                "\ufeffcost,Name der Abteilung (DepartmentName),Abrechnungskonto-ID (BillingAccountId),METERID,"
                        + "Datum (Date),Währung (BillingCurrency),ABONNEMENT (subscriptionid)\n"
                        + "\ufeff1.5,Vertrieb,77,m,02/28/2025,eur,Unassigned\n",
                rows);
        UsageRow row = rows.getFirst();
        assertThat(row.get(FocusColumn.BILLING_ACCOUNT_ID)).isEqualTo("77");
        assertThat(row.get(FocusColumn.BILLED_COST)).isEqualTo("1.5");
        assertThat(row.get(FocusColumn.BILLING_CURRENCY)).isEqualTo("EUR");
        assertThat(row.get(FocusColumn.SUB_ACCOUNT_ID)).isNull();
        assertThat(row.get(FocusColumn.BILLING_PERIOD_START)).isEqualTo("2025-02-01T00:00:00Z");
        assertThat(row.get(FocusColumn.BILLING_PERIOD_END)).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(row.extra).contains("\"DepartmentName\":\"Vertrieb\"").contains("\"subscriptionid\":\"Unassigned\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Usage,Reservation,0,0,0,false",
        "Usage,Reservation,5,5,5,true",
        "Usage,OnDemand,5,5,5,false",
        "UnusedReservation,Reservation,5,5,5,true",
        "UnusedSavingsPlan,SavingsPlan,5,5,5,true",
        "Purchase,Reservation,5,5,0,false",
        "Purchase,,5,5,5,false"
    })
    void amortizedRowsAreKnownOneByOne(
            String type, String model, String cost, String billed, String effective, boolean amortized)
            throws Exception {
        List<UsageRow> rows = new ArrayList<>();
        read(
                "Cost,BillingAccountId,MeterId,Date,BillingCurrency,ChargeType,PricingModel,benefitId\n" + cost
                        + ",77,m,02/28/2025,EUR," + type + "," + Objects.requireNonNullElse(model, "") + ",b1\n",
                rows);
        UsageRow row = rows.getFirst();
        assertThat(row.get(FocusColumn.BILLED_COST)).isEqualTo(billed);
        assertThat(row.get(FocusColumn.EFFECTIVE_COST)).isEqualTo(effective);
        assertThat(row.amortized).isEqualTo(amortized);
    }

    @Test
    void customerFilesAreReadWithTheirTwoCurrencies() throws Exception {
        String values = "G012,,acc-1,Account,PROF-1,Profile,SEC-1,Section,,,,,,10/01/2026,09/01/2026,09/10/2026,"
                + "Networking,ord-1,Azure plan,Microsoft.Network,m-1,Standard Static,Virtual Network,IP Addresses,EU West,"
                + "DZH-1,IP Addresses,sub-1,Sub One,Azure,,Microsoft,rg,/subscriptions/sub-1/resourceGroups/rg/providers/"
                + "Microsoft.Network/publicIPAddresses/ip1,westeurope,EU West,0.12,2,1/Day,Usage,EUR,USD,"
                + "0.206079340546110252,0.24,0.24,0.206079340546110252,0.24,0.858663918942126052,09/01/2026,True,,,,"
                + "\"{\"\"env\"\":\"\"prod\"\"}\",0.12,UsageBased,,,,OnDemand,0.12,,,,Azure";
        List<UsageRow> rows = new ArrayList<>();
        List<Map<String, String>> given = read(MCA + "\n" + values + "\n", rows);

        UsageRow row = rows.getFirst();
        assertThat(row.get(FocusColumn.BILLING_ACCOUNT_ID)).isEqualTo("PROF-1");
        assertThat(row.otherBilledId).isEqualTo("acc-1");
        assertThat(row.get(FocusColumn.BILLED_COST)).isEqualTo("0.206079340546110252");
        assertThat(row.get(FocusColumn.PRICING_CURRENCY)).isEqualTo("USD");
        assertThat(row.get(FocusColumn.PRICING_CURRENCY_EFFECTIVE_COST)).isEqualTo("0.24");
        assertThat(row.get(FocusColumn.LIST_UNIT_PRICE)).isEqualTo("0.103039670273055126");
        assertThat(row.get(FocusColumn.BILLING_PERIOD_START)).isEqualTo("2026-09-01T00:00:00Z");
        assertThat(row.get(FocusColumn.INVOICE_ID)).isEqualTo("G012");
        assertThat(giveBack(row, given.getFirst().keySet(), true)).isEqualTo(given.getFirst());
    }

    @Test
    void refundsAndRoundingKeepTheirMeaning() throws Exception {
        String header =
                "costInBillingCurrency,billingProfileId,MeterId,Date,BillingCurrency,ChargeType,pricingCurrency\n";
        List<UsageRow> rows = new ArrayList<>();
        read(
                header + "-2,P,m,02/28/2025,EUR,Refund,EUR\n0.01,P,m,02/28/2025,EUR,RoundingAdjustment,EUR\n"
                        + "1,P,m,02/28/2025,EUR,AsCharged-Usage,EUR\n",
                rows);
        assertThat(rows)
                .extracting(row -> row.get(FocusColumn.CHARGE_CATEGORY))
                .containsExactly("Purchase", "Adjustment", "Usage");
        assertThat(rows.getFirst().get(FocusColumn.CHARGE_CLASS)).isEqualTo("Correction");
    }

    private static List<Map<String, String>> read(String text, List<UsageRow> rows) throws Exception {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), rows);
    }

    /** Reads a file into rows and answers what stood in it, empty values left out. */
    private static List<Map<String, String>> read(InputStream in, List<UsageRow> rows) throws Exception {
        List<Map<String, String>> given = new ArrayList<>();
        try (UsageRecords records = UsageRecords.of(in, LIMITS)) {
            Header header = Header.of(Objects.requireNonNull(records.next()), LIMITS);
            RowReader reader = Formats.of(header);
            for (String[] record = records.next(); record != null; record = records.next()) {
                rows.add(reader.read(record));
                Map<String, String> values = new TreeMap<>();
                for (int i = 0; i < header.size(); i++) {
                    values.put(header.name(i), record[i]);
                }
                given.add(values);
            }
        } catch (Problem | IOException e) {
            throw new AssertionError(e);
        }
        return given;
    }

    /** What the agreement's own file can say again: what is kept by name, else what the FOCUS columns tell. */
    private static Map<String, String> giveBack(UsageRow row, Iterable<String> columns, boolean customerAgreement) {
        @SuppressWarnings("unchecked")
        Map<String, Object> extra =
                row.extra == null ? Map.of() : JsonMapper.builder().build().readValue(row.extra, Map.class);
        Map<String, String> back = new TreeMap<>();
        for (String column : columns) {
            Object kept = extra.get(column);
            String told = kept != null
                    ? kept.toString()
                    : told(row, column.toLowerCase(java.util.Locale.ROOT), customerAgreement);
            back.put(column, told == null ? "" : told);
        }
        return back;
    }

    private static @org.jspecify.annotations.Nullable String told(UsageRow row, String column, boolean customer) {
        return switch (column) {
            case "billingaccountid" -> customer ? "?" : row.get(FocusColumn.BILLING_ACCOUNT_ID);
            case "billingprofileid" -> row.get(FocusColumn.BILLING_ACCOUNT_ID);
            case "billingaccountname" -> customer ? "?" : row.get(FocusColumn.BILLING_ACCOUNT_NAME);
            case "billingprofilename" -> row.get(FocusColumn.BILLING_ACCOUNT_NAME);
            case "billingperiodstartdate" -> american(row.get(FocusColumn.BILLING_PERIOD_START), 0);
            case "billingperiodenddate" -> american(row.get(FocusColumn.BILLING_PERIOD_END), 1);
            case "date" -> american(row.get(FocusColumn.CHARGE_PERIOD_START), 0);
            case "subscriptionid" -> row.get(FocusColumn.SUB_ACCOUNT_ID);
            case "subscriptionname" -> row.get(FocusColumn.SUB_ACCOUNT_NAME);
            case "product", "productname" -> row.get(FocusColumn.CHARGE_DESCRIPTION);
            case "metercategory" -> row.get(FocusColumn.SERVICE_NAME);
            case "meterid" -> row.get(FocusColumn.SKU_ID);
            case "metername" -> row.get(FocusColumn.SKU_METER);
            case "unitofmeasure" -> row.get(FocusColumn.PRICING_UNIT);
            case "quantity" -> row.get(FocusColumn.PRICING_QUANTITY);
            case "cost", "costinbillingcurrency" -> row.get(FocusColumn.BILLED_COST);
            case "billingcurrency", "billingcurrencycode" -> row.get(FocusColumn.BILLING_CURRENCY);
            case "unitprice" -> row.get(FocusColumn.CONTRACTED_UNIT_PRICE);
            case "paygprice" -> row.get(FocusColumn.LIST_UNIT_PRICE);
            case "paygcostinbillingcurrency" -> row.get(FocusColumn.LIST_COST);
            case "pricingcurrency" -> row.get(FocusColumn.PRICING_CURRENCY);
            case "availabilityzone" -> row.get(FocusColumn.AVAILABILITY_ZONE);
            case "resourceid" -> row.get(FocusColumn.RESOURCE_ID);
            case "resourcename" -> row.get(FocusColumn.RESOURCE_NAME);
            case "publishername" -> row.get(FocusColumn.PUBLISHER_NAME);
            case "provider" -> row.get(FocusColumn.PROVIDER_NAME);
            case "invoiceid" -> row.get(FocusColumn.INVOICE_ID);
            case "reservationid", "benefitid" -> row.get(FocusColumn.COMMITMENT_DISCOUNT_ID);
            case "reservationname", "benefitname" -> row.get(FocusColumn.COMMITMENT_DISCOUNT_NAME);
            case "tags" -> {
                String tags = row.get(FocusColumn.TAGS);
                yield tags == null || customer ? tags : tags.substring(1, tags.length() - 1);
            }
            default -> null;
        };
    }

    private static @org.jspecify.annotations.Nullable String american(
            @org.jspecify.annotations.Nullable String iso, int daysBefore) {
        if (iso == null) {
            return null;
        }
        java.time.LocalDate day =
                java.time.LocalDate.parse(iso.substring(0, 10)).minusDays(daysBefore);
        return java.time.format.DateTimeFormatter.ofPattern("MM/dd/yyyy").format(day);
    }
}
