package dev.underpin.vehicle.telematics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogBookTest {
    private final LogBook log = new LogBook();

    @Test
    void the_newest_lines_stay_and_the_book_never_grows_beyond_its_size() {
        for (int i = 0; i < 3; i++) {
            log.write("x".repeat(LogBook.MOST / 2));
        }
        log.write("last");

        assertThat(log.bytes()).isLessThanOrEqualTo(LogBook.MOST);
        assertThat(log.newest()).isEqualTo("last");
    }

    @Test
    void a_line_longer_than_the_book_is_cut() {
        log.write("x".repeat(LogBook.MOST + 1));

        assertThat(log.bytes()).isEqualTo(LogBook.MOST);
    }
}
