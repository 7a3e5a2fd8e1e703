package dev.underpin.report.picture;

import java.util.Locale;

/** Writes the few SVG elements that the pictures need. Lengths are pixels; numbers keep one decimal, so the text is stable. */
final class Svg {
    private static final String FONT = "font-family=\"DejaVu Sans, Verdana, Arial, sans-serif\"";

    private final StringBuilder body = new StringBuilder();

    void rect(double x, double y, double width, double height, String fill, String stroke) {
        body.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\" rx=\"3\"/>\n"
                .formatted(px(x), px(y), px(width), px(height), fill, stroke));
    }

    void line(double x1, double y1, double x2, double y2, String colour, Stroke stroke) {
        body.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"%s/>\n"
                .formatted(px(x1), px(y1), px(x2), px(y2), colour, stroke.attributes));
    }

    /** A line with an arrow head at its end. */
    void arrow(double x1, double x2, double y, String colour, Stroke stroke) {
        line(x1, y, x2, y, colour, stroke);
        double back = x2 > x1 ? -7 : 7;
        body.append("<path d=\"M%s %sl%s -3.5v7z\" fill=\"%s\"/>\n".formatted(px(x2), px(y), px(back), colour));
    }

    /** A line through points given as {@code x,y} pairs. */
    void polyline(String points, String colour) {
        body.append(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n".formatted(points, colour));
    }

    void circle(double x, double y, double radius, String colour) {
        body.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>\n".formatted(px(x), px(y), px(radius), colour));
    }

    void text(double x, double y, String colour, Face type, String text) {
        body.append("<text x=\"%s\" y=\"%s\" fill=\"%s\" %s>%s</text>\n"
                .formatted(px(x), px(y), colour, type.attributes, escape(text)));
    }

    /** The whole document on a white ground. */
    String document(double width, double height, String title) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$s %2$s" width="%1$s" height="%2$s" %3$s>
                <title>%4$s</title>
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                %5$s</svg>
                """.formatted(px(width), px(height), FONT, escape(title), body);
    }

    static String px(double value) {
        return String.format(Locale.ROOT, "%.1f", value).replaceAll("\\.0$", "");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** How a line is drawn. */
    enum Stroke {
        SOLID(""),
        DASHED(" stroke-dasharray=\"5 3\""),
        FAINT(" stroke-dasharray=\"2 4\"");

        private final String attributes;

        Stroke(String attributes) {
            this.attributes = attributes;
        }
    }

    /** How text is set. The halo keeps labels readable across lifelines. */
    enum Face {
        LABEL("font-size=\"11\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\""),
        SMALL("font-size=\"10\""),
        RIGHT("font-size=\"10\" text-anchor=\"end\""),
        HEADING("font-size=\"12\" font-weight=\"bold\""),
        CENTRED("font-size=\"12\" font-weight=\"bold\" text-anchor=\"middle\"");

        private final String attributes;

        Face(String attributes) {
            this.attributes = attributes;
        }
    }
}
