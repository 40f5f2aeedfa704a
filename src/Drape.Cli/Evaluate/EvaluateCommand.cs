using System.CommandLine;
using Drape.Cli.Evaluate.Sets;
using Drape.Cli.Terminal;

namespace Drape.Cli.Evaluate;

/// <summary><c>drape eval</c> on the command line, with one command for each set.</summary>
static class EvaluateCommand
{
    const string Rows = """
        Pictures lie in the folder as SET.tar or in a folder SET/, each named after its row. Rows without a label
        are left out of that label's figures. Without --split all rows are measured. .stated is the share of answers
        that are stated and not "not sure", .stated.precision the share of those that is right; .ece is the
        expected calibration error in 15 bins, .ece.chance what chance alone makes of it with so few rows, were
        every confidence exactly true.
        """;

    const string OwnSplits = """
        --split validation takes the rows whose number ends in 7, which the recipes in training/ hold out; train the
        others.
        """;

    public static Command Create(Output output) =>
        new("eval", "Measure how well Drape reads pictures that have labels.")
        {
            SetCommand.Create("closet", "Garments photographed at home: type, pattern and colour.", $"""
                Examples:
                  drape eval closet --data data/                  figures over all rows of data/closet.csv
                  drape eval closet --data data/ --split test     over the rows of one split
                  drape eval closet --data data/ --json           for programs

                The table is closet.csv (columns n, owner_label, type, pattern, colour; split where --split is used).
                What is compared is the first garment that an analysis finds.
                {Rows}
                """, Split.Published, (request, catalog) => new ClosetEvaluation(request, catalog), output),
            SetCommand.Create("products", "Shop pictures: the catalog's words for each.", $"""
                Examples:
                  drape eval products --data data/                        figures over all rows of data/products.csv
                  drape eval products --data data/ --split validation     over what the recipes hold out
                  drape eval products --data data/ --pictures large       on products-large, where it has pictures

                The table is products.csv (columns id, {string.Join(", ", ProductRow.Questions)}).
                Most shop pictures are the product and nothing else: the whole of each is read as one garment.
                Large ones are read as photos, too: photo. is the main garment, beside. what a model wears beside it.
                {Rows}
                {OwnSplits}
                """, Split.Own, (request, catalog) => new ProductsEvaluation(request, catalog), output,
                pictures: [ProductsEvaluation.Small, ProductsEvaluation.Large]),
            SetCommand.Create("outfits", "Street photos with masks: pixels, and garments found.", $"""
                Examples:
                  drape eval outfits --data data/                         figures over all photos with masks
                  drape eval outfits --data data/ --split validation      over what the recipes hold out

                The table is outfits-tags.csv (columns id, source: the rows with source=pixel have masks); the pictures
                are photos/ID.jpg and masks/ID.png in outfits.tar or outfits/, a mask's gray value being a place in the
                list of outfit-mask-labels.json. pixel.ece says how far the parser's stated probabilities can be believed;
                found judges what was found by what most of its pixels are. Which of those labels make up a group of the
                parser stands in models.json; labels in no group are not judged.
                {Rows}
                {OwnSplits}
                """, Split.Own, (request, catalog) => new OutfitsEvaluation(request, catalog), output),
            SetCommand.Create("street", "Garments cut out of street photos: their type, and the largest one's pattern.", $"""
                Examples:
                  drape eval street --data data/                          figures over all street photos
                  drape eval street --data data/ --split validation       over what the recipes hold out

                The same photos, masks and labels as of 'drape eval outfits'. Each label that names a type of the reader and
                fills four thousandths of its photo is cut out with its surroundings and read: that is type. said.type is what a
                reading says of those that the parser finds there, with its say. Of photos without a mask, too, the column tags
                judges all that a reading says: tagged.type, and tagged.group of bags and the like. farther. is the same of the photo
                as from farther off, part. of its upper half, of head and shoulders and from the waist down, there by the mask in the
                thing's place where there is one. Where there is an outfits-styles.csv (columns id, pattern), pattern.top1 is of each
                photo's largest garment, pattern.patterned.top1 of those that are not solid.
                {Rows}
                {OwnSplits}
                """, Split.Own, (request, catalog) => new StreetEvaluation(request, catalog), output),
            SetCommand.Create("faces", "Close-ups of faces: somebody is there, and no face is a garment.", $"""
                Examples:
                  drape eval faces --data data/                           figures over all pictures of data/faces.csv
                  drape eval faces --data data/ --split validation        over what the recipes hold out

                The table is faces.csv (column id); the faces lie in the middle of their pictures. people is the share of
                pictures in which the parser sees somebody, face.free the share in which no garment covers the middle.
                {Rows}
                {OwnSplits}
                """, Split.Own, (request, catalog) => new FacesEvaluation(request, catalog), output),
            SetCommand.Create("styles", "Street photos: style, formality, warmth, and the style's map.", $"""
                Examples:
                  drape eval styles --data data/                          figures over all rows of data/outfits-styles.csv
                  drape eval styles --data data/ --split validation       over what the recipes hold out

                The table is outfits-styles.csv (columns id, style1, style2, formality, warmth); the pictures are
                photos/ID.jpg in outfits.tar or outfits/. map.deletion and map.insertion are the area under the first
                style's probability while the map's strongest places are blurred away, or come back into a blurred
                photo, on 200 photos at most; .random is the same in a random order.
                {Rows}
                {OwnSplits}
                """, Split.Own, (request, catalog) => new StylesEvaluation(request, catalog), output),
            SetCommand.Create("search", "Look-alikes among shop pictures and garments at home.", $"""
                Examples:
                  drape eval search --data data/ --split validation       over what the recipes hold out
                  drape eval search --data data/                          over all rows; takes some minutes
                  drape eval search --data data/ --connection 'Host=db;Database=spare;Username=drape;Password=...'

                The tables are products.csv and closet.csv. Each picture is asked for among the others of the
                selection: precision12 is the share of its twelve nearest with its label (type: articleType, colour:
                baseColour, pattern: of the closet). copies.recall1 is the share of 500 distorted copies whose nearest
                is their original. 'baseline.' is the same with the network {SearchEvaluation.BaselineModel}, where
                models.json has one. These read each picture as a whole; kind.type.precision12 and
                kind.colour.precision12 are what 'drape search --like' answers in a catalog of these products, read
                as an import reads them. scan.recall12 is the share of the exact twelve nearest that the index of
                searches finds; with --connection hnsw.recall12 is the same of PostgreSQL's pgvector. scan.ms, hnsw.ms
                and exact.ms are medians of a search. The database gets the looks for that while and keeps nothing.
                {Rows}
                {OwnSplits} The closet's rows are split by their column.
                """, Split.Own, (request, catalog) => new SearchEvaluation(request, catalog), output, connects: true),
        };
}
