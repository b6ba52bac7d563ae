"""csv: fields of many kinds read and written, in every dialect, with limits and with lines that go on."""
import csv
import io

LINES = [
    'a,b,c\n', '"a","b,b","c""c"\n', 'a,"two\nlines",c\r\n', '"open, and\n', 'closed",x\n', 'plain,\u00e4\U0001F600\u00e4,"\U0001F600,"\n', ',,\n', '\n', '"",""\n',
    '"quoted"tail,x"y,"a" "b"\n', "it's,'q,q',z\n", 'a\\,b,c\\"d,"e\\"f"\n', ' lead, "lead",x \n', '1,2.5,"3"\n', 'last,line',
]


def read(**options):
    try:
        reader = csv.reader(LINES, **options)
        for row in reader:
            print(reader.line_num, row)
    except (csv.Error, ValueError) as error:
        print(type(error).__name__, error)


for options in (
    {}, {"quotechar": "'"}, {"quotechar": "$"}, {"quotechar": "q"}, {"quotechar": "\U0001F600"}, {"escapechar": "\\"}, {"quoting": csv.QUOTE_NONE}, {"skipinitialspace": True}, {"strict": True},
    {"delimiter": "\u00e4"}, {"delimiter": "\U0001F600"}, {"quotechar": "\U0001F600"}, {"doublequote": False}, {"quoting": csv.QUOTE_NONNUMERIC},
    {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"delimiter": " ", "quotechar": '"'},
):
    print(options)
    read(**options)

old = csv.field_size_limit(6)
for text in ("abcdef,x", "abcdefg,x", '"abcdef"', '"abcdefg"', '"abc""def"', '"\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600",x', '"\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600\U0001F600"', 'x"bcdef,"', 'x"bcdefg,"'):
    try:
        print(list(csv.reader([text])))
    except csv.Error as error:
        print(error)
csv.field_size_limit(old)
long = "x" * 1000 + ","
print([len(f) for f in next(csv.reader(['"%s","%s",%s' % (long, long, long)]))])

ROWS = [["a", "b c", "d,e"], ['q"q', "it's", "line\nbreak"], [1, 2.5, None], ["", " ", "\\"], ["\u00e4", "\U0001F600", "-"], [""], [None], ['"', '""', '"a""b"', "$$", "q$q"], ["\r", "x;y", "tab\t"], ["]", "^", "-", "[a]"]]
for options in (
    {}, {"delimiter": ";"}, {"quotechar": "'"}, {"escapechar": "\\"}, {"escapechar": "\\", "doublequote": False}, {"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC},
    {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"quoting": csv.QUOTE_NONE}, {"lineterminator": "]^-\n"}, {"delimiter": "\U0001F600"}, {"delimiter": "-"}, {"delimiter": "]"}, {"doublequote": False}, {"dialect": "excel-tab"}, {"dialect": "unix"},
):
    print(options)
    out = io.StringIO()
    writer = csv.writer(out, **options)
    for row in ROWS:
        try:
            writer.writerow(row)
        except csv.Error as error:
            print(row, error)
    print(ascii(out.getvalue()))

for quoting in range(6):
    for skips in (False, True):
        for row in ([None, None], ["", ""], [None, ""], [None], [""]):
            out = io.StringIO()
            try:
                csv.writer(out, quoting=quoting, skipinitialspace=skips, delimiter=" ", escapechar="\\").writerow(row)
                print(quoting, skips, row, repr(out.getvalue()))
            except csv.Error as error:
                print(quoting, skips, row, error)
