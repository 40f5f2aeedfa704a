using System.CommandLine;
using Drape.Cli.CommandLine;
using Drape.Cli.Terminal;
using Drape.Colours;
using Drape.Server.Catalogs.Search;

namespace Drape.Cli.Search;

/// <summary><c>drape search</c> on the command line: its words, options and help.</summary>
static class SearchCommand
{
    const string Lessons = """
        Examples:
          drape search look.jpg                             products like the main garment of a photo
          drape search look.jpg --garment 2 --limit 24      like another garment of it
          drape search look.jpg --garment whole             like the whole photo
          drape search --like 15970 --price-to 40           like a product, and not dearer
          drape search --words "navy striped shirt"         by words, in any language
          drape search --colour '#1f2a4d' --type dress      by a colour
          drape search look.jpg --words linen --json        all these together, for programs

        Without --catalog all catalogs are looked through. A photo is a file, a URL, or - for standard input.
        Ends with 0 when it was answered, with nothing found too, 1 when the photo cannot be read, 2 on wrong use,
        3 when Drape itself failed.
        """;

    public static Command Create(Output output)
    {
        var photo = new Argument<string?>("photo")
        {
            Description = "The photo of what is looked for.",
            HelpName = "PHOTO",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var like = Text("--like", "A product, by its id, whose look is wanted.", "ID", "a product");
        var words = Text("--words", "Words of the name, category, type, colour or pattern.", "TEXT", "what is looked for");
        var colour = Text("--colour", "A colour that the product should have.", "HEX", "a colour");
        var catalogs = new Option<string[]>("--catalog")
        {
            Description = "A catalog to look through; may be given again.",
            HelpName = "NAME",
        };
        var garment = Text("--garment", "Which garment of the photo, counted from 0, or whole.", "N|whole", "a garment");
        var type = Text("--type", "Only products of this type.", "NAME", "a type");
        var pattern = Text("--pattern", "Only products with this pattern.", "NAME", "a pattern");
        var colourName = Text("--colour-name", "Only products whose main colour is called so.", "NAME", "a colour");
        var gender = Text("--gender", "Only products for these, as the shop says it.", "NAME", "a gender");
        var from = NumberOption.Create("--price-from", "The lowest price.", 0m);
        var to = NumberOption.Create("--price-to", "The highest price.", 0m);
        var sameKind = new Option<bool>("--same-kind") { Description = "Only products of the garment's own kind." };
        var limit = NumberOption.Create(
            "--limit", $"Results at most; {SearchRequest.UsualLimit} if not given.", 1, SearchRequest.MostResults);
        var minScore = NumberOption.Create("--min-score", "The score that a result has at least.", 0.0, 1.0);
        var diverse = NumberOption.Create("--diverse", "How much results should differ from each other.", 0.0, 1.0);
        var allowPrivate = new Option<bool>("--allow-private")
        {
            Description = "Fetch a URL that leads to an address of the own network, too.",
        };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output." };
        var home = DrapeHome.Option();
        var command = new TaughtCommand("search", "Find products by photo, likeness, words and colour.", Lessons)
        {
            photo, like, words, colour, catalogs, garment, type, pattern, colourName, gender, from, to, sameKind, limit,
            minScore, diverse, allowPrivate, json, home,
        };
        Misuse.RefuseOptions(photo);
        command.Validators.Add(result =>
        {
            if (result.GetValue(garment) is not null && result.GetValue(photo) is null)
            {
                result.AddError("--garment chooses in a photo; give one.");
            }
        });
        command.SetAction((parsed, cancellation) => new SearchRun(new SearchWish
        {
            Photo = parsed.GetValue(photo),
            Garment = parsed.GetValue(garment),
            AllowPrivate = parsed.GetValue(allowPrivate),
            Json = parsed.GetValue(json),
            Home = parsed.GetValue(home),
            Request = new SearchRequest
            {
                Catalogs = parsed.GetValue(catalogs) ?? [],
                Like = parsed.GetValue(like),
                Words = parsed.GetValue(words),
                Colour = parsed.GetValue(colour) is { } hex ? ColourOf(hex) : null,
                SameKindOnly = parsed.GetValue(sameKind),
                Filter = new ProductFilter
                {
                    Type = Word(parsed.GetValue(type)),
                    Colour = Word(parsed.GetValue(colourName)),
                    Pattern = Word(parsed.GetValue(pattern)),
                    Gender = parsed.GetValue(gender),
                    PriceFrom = parsed.GetValue(from),
                    PriceTo = parsed.GetValue(to),
                },
                Limit = parsed.GetValue(limit) ?? SearchRequest.UsualLimit,
                MinScore = parsed.GetValue(minScore) ?? 0,
                Diversity = parsed.GetValue(diverse) ?? 0,
            },
        }, output).RunAsync(cancellation));
        return command;
    }

    /// <summary>Drape's own words are written small.</summary>
    static string? Word(string? given) => given?.Trim().ToLowerInvariant();

    static OkLab ColourOf(string hex)
    {
        try
        {
            return OkLab.FromHex(hex);
        }
        catch (FormatException e)
        {
            throw new WrongUseException(
                $"--colour takes a web colour such as #1f2a4d, not '{hex}'. A colour's name goes with --colour-name.", e);
        }
    }

    static Option<string?> Text(string name, string description, string help, string wanted)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = help };
        Misuse.RefuseEmpty(option, wanted);
        return option;
    }
}
