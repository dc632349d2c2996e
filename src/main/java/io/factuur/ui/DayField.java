package io.factuur.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import java.text.DateFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A day, chosen or typed, in the words and the order of the person's language; weeks start on Monday. */
public class DayField extends DatePicker {

    private static final int MONTHS = 12;

    public DayField() {
        Locale region = Formats.here().region();
        DateFormatSymbols words = DateFormatSymbols.getInstance(region);
        setLocale(region);
        setI18n(new DatePickerI18n()
                .setMonthNames(Arrays.asList(words.getMonths()).subList(0, MONTHS))
                .setWeekdays(days(words.getWeekdays()))
                .setWeekdaysShort(days(words.getShortWeekdays()))
                .setFirstDayOfWeek(1)
                .setToday(getTranslation("day.today"))
                .setCancel(getTranslation("ui.cancel")));
    }

    /** Java counts days from one, the picker from zero. */
    private static List<String> days(String[] fromOne) {
        return Arrays.asList(fromOne).subList(1, fromOne.length);
    }
}
