package io.factuur.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a FOCUS 1.2 file: all 57 columns, 32 of them filled, about 410 bytes a row. The same seed gives the same bytes.
 *
 * @param account the BillingAccountId of all rows
 * @param month the billing period
 * @param rows how many
 * @param seed of the random numbers
 */
public record FocusFile(String account, YearMonth month, long rows, long seed) {

    private static final String HEADER = """
            AvailabilityZone,BilledCost,BillingAccountId,BillingAccountName,BillingAccountType,BillingCurrency,\
            BillingPeriodEnd,BillingPeriodStart,CapacityReservationId,CapacityReservationStatus,ChargeCategory,\
            ChargeClass,ChargeDescription,ChargeFrequency,ChargePeriodEnd,ChargePeriodStart,\
            CommitmentDiscountCategory,CommitmentDiscountId,CommitmentDiscountName,CommitmentDiscountQuantity,\
            CommitmentDiscountStatus,CommitmentDiscountType,CommitmentDiscountUnit,ConsumedQuantity,ConsumedUnit,\
            ContractedCost,ContractedUnitPrice,EffectiveCost,InvoiceId,InvoiceIssuerName,ListCost,ListUnitPrice,\
            PricingCategory,PricingCurrency,PricingCurrencyContractedUnitPrice,PricingCurrencyEffectiveCost,\
            PricingCurrencyListUnitPrice,PricingQuantity,PricingUnit,ProviderName,PublisherName,RegionId,RegionName,\
            ResourceId,ResourceName,ResourceType,ServiceCategory,ServiceName,ServiceSubcategory,SkuId,SkuMeter,\
            SkuPriceDetails,SkuPriceId,SubAccountId,SubAccountName,SubAccountType,Tags
            """;

    private static final String[][] SERVICES = {
        {"Compute", "Virtual Machines", "D2s v5 hour", "Hours"},
        {"Compute", "Functions", "Execution time", "GB-s"},
        {"Storage", "Object Storage", "Hot LRS data stored", "GB-Mo"},
        {"Storage", "Block Volumes", "P10 disk", "Disks"},
        {"Networking", "Bandwidth", "Inter-zone transfer out", "GB"},
        {"Networking", "Load Balancer", "Rule hour", "Hours"},
        {"Databases", "Relational Database", "vCore hour", "Hours"},
        {"Analytics", "Log Search", "Data ingested", "GB"},
        {"Security", "Key Vault", "10,000 operations", "Ops"},
        {"AI and Machine Learning", "Vision API", "1,000 images", "Images"}
    };
    private static final String[] REGIONS = {"westeurope", "northeurope", "eastus2", "uksouth"};
    private static final int SUBSCRIPTIONS = 100;

    /** Writes the file unless it is there already; compressed where the name ends in {@code .gz}. */
    public Path at(Path file) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        Path part = Files.createDirectories(file.toAbsolutePath().getParent()).resolve(file.getFileName() + ".part");
        try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(part), 1 << 20);
                OutputStream out = file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes, 1 << 16) : bytes) {
            write(out);
        }
        return Files.move(part, file);
    }

    public void write(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write(HEADER);
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder row = new StringBuilder(1_000);
        for (long i = 0; i < rows; i++) {
            row.setLength(0);
            append(row, random);
            writer.append(row);
        }
        writer.flush();
    }

    private void append(StringBuilder row, SplittableRandom random) {
        int subscription = random.nextInt(SUBSCRIPTIONS);
        int resource = random.nextInt(400);
        String[] service = SERVICES[(subscription + resource) % SERVICES.length];
        String region = REGIONS[resource % REGIONS.length];
        LocalDate day = month.atDay(1 + random.nextInt(month.lengthOfMonth()));
        String from = day + "T00:00:00Z";
        String to = day.plusDays(1) + "T00:00:00Z";
        String cost = decimal(random.nextLong(9_000_000_000L));
        String quantity = decimal(random.nextLong(90_000_000_000L));
        String price = "0.0" + (1_000 + resource);
        String id = new UUID(account.hashCode(), subscription).toString();
        String resourceId = "/rg/" + resource % 20 + "/res-" + resource;
        String start = month.atDay(1) + "T00:00:00Z";
        String end = month.plusMonths(1).atDay(1) + "T00:00:00Z";
        cells(row, "", cost, account, "", "", "EUR", end, start, "", "", "Usage", "", service[2]);
        cells(row, "Usage-Based", to, from, "", "", "", "", "", "", "", quantity, service[3], cost, "", cost, "");
        cells(row, "Bench", cost, price, "Standard", "", "", "", "", quantity, service[3], "Bench", "Bench");
        cells(row, region, "", resourceId, "res-" + resource, "", service[0], service[1], "");
        cells(row, "SKU" + resource, "", "", "P" + resource, id, "sub-" + subscription, "");
        row.append("\"{\"\"cc\"\": \"\"").append(resource % 50).append("\"\"}\"\n");
    }

    private static void cells(StringBuilder row, String... values) {
        for (String value : values) {
            boolean quoted = value.indexOf(',') >= 0;
            row.append(quoted ? "\"" : "").append(value).append(quoted ? "\"," : ",");
        }
    }

    private static String decimal(long billionths) {
        return billionths / 10_000_000_000L + "." + String.format("%010d", billionths % 10_000_000_000L);
    }

    /** Arguments: rows, file, and optionally account, month and seed. */
    public static void main(String[] args) throws IOException {
        String account = args.length > 2 ? args[2] : "bench-0001";
        YearMonth month = YearMonth.parse(args.length > 3 ? args[3] : "2026-01");
        long seed = args.length > 4 ? Long.parseLong(args[4]) : 1;
        new FocusFile(account, month, Long.parseLong(args[0]), seed).at(Path.of(args[1]));
    }
}
