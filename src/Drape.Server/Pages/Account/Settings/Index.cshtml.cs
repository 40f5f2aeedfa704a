using Drape.Imaging;
using Drape.Server.People;
using Drape.Store;
using Drape.Store.People;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Drape.Server.Pages.Account.Settings;

/// <summary>The profile: picture, name, gender, language, units.</summary>
sealed class ProfileModel(DrapeStore store, Visitor visitor, ProfilePictures pictures,
    IStringLocalizer<AccountTexts> texts) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Gender { get; set; }

    [BindProperty]
    public string? Language { get; set; }

    [BindProperty]
    public Units Units { get; set; }

    public Person Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await this.ShowAsync(visitor, Show);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (ProfileRules.Name(Name) is not { } name)
        {
            Person = person;
            ModelState.AddModelError(nameof(Name), texts["Name.Wrong"]);
            return Page();
        }

        return await KeepAsync(person with
        {
            Name = name,
            Gender = ProfileRules.Gender(Gender),
            Language = Language is not null && Languages.All.Contains(Language) ? Language : null,
            Units = Enum.IsDefined(Units) ? Units : Units.Metric,
        }, cancellation);
    }

    public async Task<IActionResult> OnPostPictureAsync(IFormFile? picture, bool remove, CancellationToken cancellation)
    {
        if (await visitor.PersonAsync() is not { } person)
        {
            return Challenge();
        }

        if (remove)
        {
            await pictures.RemoveAsync(person, cancellation);
            TempData["Done"] = "Saved";
            return RedirectToPage();
        }

        if (picture is null or { Length: 0 or > ProfilePictures.MostBytes })
        {
            return Refuse(person);
        }

        using var file = new MemoryStream();
        await picture.CopyToAsync(file, cancellation);
        try
        {
            TempData["Done"] = await pictures.ReplaceAsync(person, file.ToArray(), cancellation) is null ? "Conflict" : "Saved";
            return RedirectToPage();
        }
        catch (PhotoException)
        {
            return Refuse(person);
        }
    }

    PageResult Refuse(Person person)
    {
        Show(person);
        ModelState.AddModelError("", texts["Profile.PictureWrong"]);
        return Page();
    }

    async Task<IActionResult> KeepAsync(Person person, CancellationToken cancellation)
    {
        TempData["Done"] = await store.People.UpdateAsync(person, cancellation) is null ? "Conflict" : "Saved";
        return RedirectToPage();
    }

    void Show(Person person) => (Person, Name, Gender, Language, Units) =
        (person, person.Name, person.Gender, person.Language, person.Units);
}
