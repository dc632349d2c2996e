package io.factuur.usage.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.factuur.usage.FocusColumn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which Azure's cost files differ from one another, one test for each. */
class AzureTrapsTest {

    private static final ImportLimits LIMITS = new ImportLimits(1_000_000, 1_000, 1_000_000_000L, 200, 10_000);
    private static final String HEADER = "BillingAccountId,Date,MeterId,Cost,BillingCurrency";
    private static final String VALUES = "77,09/03/2025,m-1,1.5,EUR";

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff", "\ufeff\ufeff"})
    void byteOrderMarksAreNoPartOfAName(String mark) throws Exception {
        assertThat(row(mark + HEADER + "\n" + mark + VALUES).get(FocusColumn.BILLING_ACCOUNT_ID))
                .isEqualTo("77");
        assertThat(row(mark + "\"BillingAccountId\"" + HEADER.substring(16) + "\n" + mark + "\"77\""
                                + VALUES.substring(2))
                        .get(FocusColumn.BILLING_ACCOUNT_ID))
                .isEqualTo("77");
    }

    @ParameterizedTest
    @CsvSource({
        "09/03/2025,2025-09-03",
        "9/3/2025,2025-09-03",
        "9/03/2025,2025-09-03",
        "2025-09-03,2025-09-03",
        "2025-09-03T00:00:00Z,2025-09-03",
        "2025-09-03 00:00:00,2025-09-03",
        "20250903,2025-09-03",
        "9/3/2025 12:00:00 AM,2025-09-03"
    })
    void daysAreWrittenInManyWays(String written, String day) throws Exception {
        UsageRow row = row(HEADER + "\n" + VALUES.replace("09/03/2025", written));
        assertThat(row.chargeDay).hasToString(day);
        assertThat(row.get(FocusColumn.BILLING_PERIOD_END)).isEqualTo("2025-10-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/12/2025", "03.09.2025", "3 Sept 2025", "45903"})
    void aDayThatCannotBeAmericanIsRefused(String written) {
        assertThat(refusal(HEADER + "\n" + VALUES.replace("09/03/2025", written)))
                .contains(written);
    }

    @ParameterizedTest
    @CsvSource({
        "5.64902E-05,0.0000564902",
        "5.64902e-5,0.0000564902",
        "-1E2,-100",
        "0.123456789012345678,0.123456789012345678",
        "12863.123456789012345678,12863.123456789012345678",
        "-0,-0"
    })
    void numbersKeepAllTheirDigits(String written, String kept) throws Exception {
        assertThat(row(HEADER + "\n" + VALUES.replace("1.5", written)).get(FocusColumn.BILLED_COST))
                .isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1,5\"", "\"12,863,123\"", "\"1.286,50\"", "\"1,286.50\"", "1 286", "€1.50", "#VALUE!"})
    void whatASpreadsheetMadeOfANumberIsRefused(String written) {
        assertThat(refusal(HEADER + "\n" + VALUES.replace("1.5", written)))
                .contains("Cost")
                .contains(written.replace("\"", ""));
    }

    @Test
    void aFileThatASpreadsheetSavedWithSemicolonsIsRefused() {
        assertThatThrownBy(() -> row(HEADER.replace(',', ';') + "\n" + VALUES.replace(',', ';')))
                .hasMessageContaining("\";\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "billingaccountid,DATE,meterID,COST,BillingCURRENCY",
                "Billing Account Id,date,Meter ID,cost,Billing Currency",
                "billing_account_id,Usage Date,meter_id,Pre Tax Cost,billing-currency-code",
                "EnrollmentNumber,UsageDateTime,MeterId,ExtendedCost,Currency",
                "Abrechnungskonto-ID (BillingAccountId),Datum (Date),Verbrauchseinheits-ID (MeterId),Kosten (Cost),Währung (BillingCurrency)",
                "請求先アカウント ID (BillingAccountId),日付 (Date),メーター ID (MeterId),コスト (Cost),通貨 (BillingCurrency)"
            })
    void headersInAnyCasingSpellingAndLanguageAreTheSame(String header) throws Exception {
        UsageRow row = row(header + "\n" + VALUES);
        assertThat(row.get(FocusColumn.BILLING_ACCOUNT_ID)).isEqualTo("77");
        assertThat(row.get(FocusColumn.BILLED_COST)).isEqualTo("1.5");
        assertThat(row.chargeDay).hasToString("2025-09-03");
    }

    @Test
    void columnsStandInAnyOrder() throws Exception {
        UsageRow row = row("Cost,MeterId,BillingCurrency,Tags,Date,BillingAccountId\n1.5,m-1,EUR,,09/03/2025,77");
        assertThat(row.get(FocusColumn.BILLED_COST)).isEqualTo("1.5");
        assertThat(row.get(FocusColumn.SKU_ID)).isEqualTo("m-1");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '~',
            value = {
                "\"k\": \"v\",\"k2\": \"v2\"|{\"k\": \"v\",\"k2\": \"v2\"}",
                "{\"k\": \"v\"}|{\"k\": \"v\"}",
                "\"k\": \"a, \\\"b\\\"\"|{\"k\": \"a, \\\"b\\\"\"}",
                "free text|{\"Tags\":\"free text\"}"
            },
            delimiter = '|')
    void tagsGetTheBracesThatTheyLack(String written, String json) throws Exception {
        String quoted = '"' + written.replace("\"", "\"\"") + '"';
        assertThat(row(HEADER + ",Tags\n" + VALUES + "," + quoted).get(FocusColumn.TAGS))
                .isEqualTo(json);
    }

    @Test
    void noTagsAreNoTags() throws Exception {
        assertThat(row(HEADER + ",Tags\n" + VALUES + ",").get(FocusColumn.TAGS)).isNull();
    }

    @Test
    void additionalInformationStaysAsItIs() throws Exception {
        UsageRow row = row(HEADER + ",AdditionalInfo\n" + VALUES + ",\"{\"\"VCPUs\"\":2,\"\"x\"\":\"\"a\nb\"\"}\"");
        assertThat(row.extra).isEqualTo("{\"AdditionalInfo\":\"{\\\"VCPUs\\\":2,\\\"x\\\":\\\"a\\nb\\\"}\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Unassigned", "unassigned", "Others", "Not applicable"})
    void aWordForNothingIsNothing(String word) throws Exception {
        UsageRow row = row(HEADER + ",SubscriptionId,ResourceLocation,ReservationId\n" + VALUES + "," + word + ","
                + word + "," + word);
        assertThat(row.get(FocusColumn.SUB_ACCOUNT_ID)).isNull();
        assertThat(row.get(FocusColumn.SUB_ACCOUNT_TYPE)).isNull();
        assertThat(row.get(FocusColumn.REGION_ID)).isNull();
        assertThat(row.get(FocusColumn.COMMITMENT_DISCOUNT_ID)).isNull();
        assertThat(Objects.requireNonNullElse(row.extra, "")).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"True", "TRUE", "true", "False"})
    void booleansStayAsTheyAre(String written) throws Exception {
        assertThat(row(HEADER + ",IsAzureCreditEligible\n" + VALUES + "," + written).extra)
                .isEqualTo("{\"IsAzureCreditEligible\":\"" + written + "\"}");
    }

    @Test
    void theSubscriptionsGuidCountsBeforeItsNumber() throws Exception {
        UsageRow row = row(HEADER + ",SubscriptionId,SubscriptionGuid\n" + VALUES + ",12345,1caaa5a3");
        assertThat(row.get(FocusColumn.SUB_ACCOUNT_ID)).isEqualTo("1caaa5a3");
        assertThat(row.extra).contains("12345");
    }

    @Test
    void aPurchaseWithoutAMeterHasAService() throws Exception {
        UsageRow row = row(HEADER + ",MeterCategory,ProductOrderName,ChargeType\n" + VALUES + ",,Azure plan,Purchase");
        assertThat(row.get(FocusColumn.SERVICE_NAME)).isEqualTo("Azure plan");
        assertThat(row.get(FocusColumn.LIST_COST)).isEqualTo("1.5");
        assertThat(row.get(FocusColumn.CONTRACTED_COST)).isEqualTo("1.5");
    }

    @ParameterizedTest
    @CsvSource({"Date", "Cost", "BillingCurrency", "BillingAccountId"})
    void whatEveryRowMustHaveIsNamedWhenItIsMissing(String column) {
        int place = java.util.List.of(HEADER.split(",")).indexOf(column);
        String[] values = VALUES.split(",");
        values[place] = "";
        assertThat(refusal(HEADER + "\n" + String.join(",", values))).startsWith(column + " is empty");
    }

    private static @Nullable String refusal(String text) {
        try {
            row(text);
            return null;
        } catch (RowRejected why) {
            return why.sentence().text(Locale.ENGLISH);
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    private static UsageRow row(String text) throws Exception {
        try (UsageRecords records =
                UsageRecords.of(new ByteArrayInputStream((text + "\n").getBytes(StandardCharsets.UTF_8)), LIMITS)) {
            Header header = Header.of(Objects.requireNonNull(records.next()), LIMITS);
            return Formats.of(header).read(Objects.requireNonNull(records.next()));
        }
    }
}
