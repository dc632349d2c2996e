package io.factuur.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.factuur.IntegrationTest;
import io.factuur.TestCustomers;
import io.factuur.TestPeople;
import io.factuur.agreement.Role;
import io.factuur.scope.Scope;
import io.factuur.security.Person;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Azure's files in, the agreement's own files out: every column and every digit, and the same again from those. */
@IntegrationTest
class AzureRoundTripTest {

    private static final String CUSTOMER = """
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
    private static final String ENTERPRISE = """
            InvoiceSectionName,AccountName,AccountOwnerId,SubscriptionId,SubscriptionName,ResourceGroup,\
            ResourceLocation,Date,ProductName,MeterCategory,MeterSubCategory,MeterId,MeterName,MeterRegion,\
            UnitOfMeasure,Quantity,EffectivePrice,CostInBillingCurrency,CostCenter,ConsumedService,ResourceId,Tags,\
            OfferId,AdditionalInfo,ServiceInfo1,ServiceInfo2,ResourceName,ReservationId,ReservationName,UnitPrice,\
            ProductOrderId,ProductOrderName,Term,PublisherType,PublisherName,ChargeType,Frequency,PricingModel,\
            AvailabilityZone,BillingAccountId,BillingAccountName,BillingCurrencyCode,BillingPeriodStartDate,\
            BillingPeriodEndDate,BillingProfileId,BillingProfileName,InvoiceSectionId,IsAzureCreditEligible,PartNumber,\
            PayGPrice,PlanName,ServiceFamily,CostAllocationRuleName,benefitId,benefitName,AccountId,\
            ResourceLocationNormalized""";
    private static final String[] WORDS = {
        "", "plain", "a, \"quoted\"", "é € 漢", "=1+1", "Unassigned", "two\nlines", "0012", "West Europe"
    };
    private static final Map<String, String[]> LISTS = Map.of(
            "chargetype",
                    new String[] {"Usage", "Purchase", "Refund", "RoundingAdjustment", "Tax", "UnusedReservation"},
            "frequency", new String[] {"UsageBased", "OneTime", "Recurring", ""},
            "pricingmodel", new String[] {"OnDemand", "Spot", "", "OnDemand"},
            "isazurecrediteligible", new String[] {"True", "TRUE", "False"},
            "publishertype", new String[] {"Azure", "Marketplace", "Microsoft", ""},
            "servicefamily", new String[] {"Compute", "Networking", "Something new", ""},
            "pricingcurrency", new String[] {"USD", "EUR"});

    @Autowired
    UsageImports imports;

    @Autowired
    UsageFiles files;

    @Autowired
    TestAccounts accounts;

    @Autowired
    TestCustomers customers;

    @Autowired
    TestPeople people;

    @Autowired
    JdbcClient jdbc;

    Person operator;

    @BeforeEach
    void signIn() {
        operator = people.operator();
    }

    @RepeatedTest(3)
    void customerAgreement(RepetitionInfo repetition) throws Exception {
        String id = "P" + UUID.randomUUID();
        Scope profile = accounts.profile(id);
        checkBothWays(CUSTOMER, profile, Role.BILLING_PROFILE_READER, repetition.getCurrentRepetition());
    }

    @RepeatedTest(3)
    void enterpriseAgreement(RepetitionInfo repetition) throws Exception {
        Scope enrollment = accounts.enrollment();
        checkBothWays(ENTERPRISE, enrollment, Role.ENTERPRISE_ADMINISTRATOR, repetition.getCurrentRepetition());
    }

    @Test
    void payAsYouGoGivesEachDayOfTheSecondVersion() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        Scope account = accounts.account();
        String guid = UUID.randomUUID().toString();
        Scope subscription = accounts.subscription(account, guid, Instant.parse("2020-01-05T00:00:00Z"));
        List<Map<String, String>> given = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("SubscriptionGuid", guid);
            row.put("UsageDateTime", "2024-09-%02d".formatted(random.nextInt(5, 30)));
            for (String name : List.of(
                    "MeterCategory",
                    "MeterSubCategory",
                    "MeterId",
                    "MeterName",
                    "MeterRegion",
                    "ResourceLocation",
                    "ConsumedService",
                    "ResourceGroup",
                    "InstanceId",
                    "AdditionalInfo",
                    "ServiceInfo1",
                    "ServiceInfo2",
                    "UnitOfMeasure")) {
                row.put(name, WORDS[1 + random.nextInt(4)]);
            }
            row.put("UsageQuantity", number(random));
            row.put("ResourceRate", number(random).replace("-", ""));
            row.put("PreTaxCost", number(random));
            row.put("Currency", "EUR");
            given.add(row);
        }
        take(csv(given));
        Person admin = customers.somebodyWith(Role.ACCOUNT_ADMINISTRATOR, account);
        String text = new String(file(subscription, "2024-09-05", admin), StandardCharsets.UTF_8);
        String daily = text.substring(text.indexOf("Usage Date,"));
        List<Map<String, String>> out = CsvRows.read(new ByteArrayInputStream(daily.getBytes(StandardCharsets.UTF_8)));
        assertThat(out).hasSameSizeAs(given);
        for (int i = 0; i < given.size(); i++) {
            Map<String, String> row = out.get(i);
            Map<String, String> from = given.get(i);
            assertThat(row.get("Usage Date")).isEqualTo(from.get("UsageDateTime"));
            assertThat(row.get("Consumed Quantity")).isEqualTo(from.get("UsageQuantity"));
            assertThat(row.get("Meter Sub-category")).isEqualTo(from.get("MeterSubCategory"));
            assertThat(row.get("Unit")).isEqualTo(from.get("UnitOfMeasure"));
            for (String name : List.of(
                    "Meter Category",
                    "Meter Id",
                    "Meter Name",
                    "Meter Region",
                    "Resource Location",
                    "Consumed Service",
                    "Resource Group",
                    "Instance Id",
                    "Additional Info",
                    "Service Info 1")) {
                assertThat(row.get(name)).as(name).isEqualTo(from.get(name.replace(" ", "")));
            }
        }
    }

    private void checkBothWays(String header, Scope billed, Role role, int seed) throws Exception {
        List<Map<String, String>> given = rows(header, billed.externalId(), new SplittableRandom(seed));
        take(csv(given));
        Person reader = customers.somebodyWith(role, billed);
        byte[] first = file(billed, "2024-09", reader);
        List<Map<String, String>> out = CsvRows.read(new ByteArrayInputStream(first));
        assertThat(out).hasSameSizeAs(given);
        for (int i = 0; i < given.size(); i++) {
            Map<String, String> row = out.get(i);
            given.get(i)
                    .forEach((name, value) -> assertThat(row.get(name)).as(name).isEqualTo(iso(name, value)));
        }
        jdbc.sql("update usage_delivery set state = 'REPLACED' where billed_scope_id = :id")
                .param("id", billed.id())
                .update();
        jdbc.sql("update usage_import set sha256 = null").update();
        take(new String(first, StandardCharsets.UTF_8));
        assertThat(new String(file(billed, "2024-09", reader), StandardCharsets.UTF_8))
                .isEqualTo(new String(first, StandardCharsets.UTF_8));
    }

    private static List<Map<String, String>> rows(String header, String account, SplittableRandom random) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            Map<String, String> row = new LinkedHashMap<>();
            for (String name : header.split(",")) {
                row.put(name, value(name, account, random));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String value(String name, String account, SplittableRandom random) {
        String key = ColumnName.key(name);
        if (LISTS.containsKey(key)) {
            String[] words = LISTS.get(key);
            return words[random.nextInt(words.length)];
        }
        return switch (key) {
            case "billingaccountid", "billingprofileid" -> account;
            case "billingcurrency", "billingcurrencycode" -> "EUR";
            case "billingperiodstartdate", "serviceperiodstartdate" -> "09/01/2024";
            case "billingperiodenddate" -> "09/30/2024";
            case "date", "serviceperiodenddate", "exchangeratedate" -> "09/%02d/2024".formatted(random.nextInt(1, 31));
            // where the file names none, our own tree does
            case "billingaccountname",
                    "billingprofilename",
                    "invoicesectionname",
                    "invoicesectionid",
                    "accountname",
                    "accountid",
                    "subscriptionname" -> WORDS[1 + random.nextInt(4)];
            case "subscriptionid" -> "sub-" + random.nextInt(3);
            case "costinbillingcurrency" -> number(random);
            case "invoiceid", "reservationid", "reservationname", "benefitid", "benefitname" -> "";
            case "tags" -> key.equals(name) ? "{\"k\":\"v\"}" : "\"k\": \"v\",\"k2\": \"v2\"";
            default ->
                key.endsWith("price") || key.endsWith("quantity") || key.contains("costin") || key.contains("tobilling")
                        ? number(random).replace("-", "")
                        : WORDS[random.nextInt(WORDS.length)];
        };
    }

    private static String number(SplittableRandom random) {
        BigDecimal number =
                BigDecimal.valueOf(random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L), random.nextInt(16));
        return number.toPlainString();
    }

    private static String iso(String name, String value) {
        return ColumnName.key(name).endsWith("date") && value.matches("\\d\\d/\\d\\d/\\d{4}")
                ? value.substring(6) + "-" + value.substring(0, 2) + "-" + value.substring(3, 5)
                : value;
    }

    private static String csv(List<Map<String, String>> rows) {
        StringBuilder csv = new StringBuilder(String.join(",", rows.getFirst().keySet())).append('\n');
        for (Map<String, String> row : rows) {
            csv.append(String.join(
                            ",",
                            row.values().stream()
                                    .map(value -> value.isEmpty() ? "" : '"' + value.replace("\"", "\"\"") + '"')
                                    .toList()))
                    .append('\n');
        }
        return csv.toString();
    }

    private void take(String csv) {
        UsageImport done = imports.run(
                new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)),
                ImportRequest.of("azure.csv"),
                operator);
        assertThat(done.state()).as(String.valueOf(done.sentence())).isEqualTo(ImportState.LIVE);
    }

    private byte[] file(Scope scope, String period, Person reader) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        files.open(
                        new UsageRequest(
                                scope.id(),
                                PeriodChoice.of(period),
                                UsageFormat.NATIVE,
                                Dialect.MACHINE,
                                ChargeChoice.ALL),
                        reader)
                .writeTo(bytes);
        return bytes.toByteArray();
    }
}
